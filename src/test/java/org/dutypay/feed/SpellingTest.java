package org.dutypay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Columns that are not read and may be misspelt")
class SpellingTest {

  @ParameterizedTest
  @DisplayName("are those that look like a column the file lacks")
  @CsvSource(
      nullValues = "-",
      value = {
        "informed, informed_at",
        "Informed_At, informed_at",
        "infomred_at, informed_at",
        "travel_minute, travel_minutes",
        "stood_down, stood_down_at",
        "collar_number, -",
        "start2, -",
        "id, -",
        "informed_att, informed_at",
        "booked_on_, booked_on",
        "booked_by, -",
        "informed_by, -",
        "start_date_of_tour, -",
      })
  void misspelt(String column, @Nullable String meant, @TempDir Path folder) {
    Feed feed =
        WrittenFeed.in(folder)
            .file("timesheets.csv", "entry_id,officer_id,start,end," + column)
            .open();
    if (meant == null) {
      assertThat(feed.misspelt()).isEmpty();
    } else {
      assertThat(feed.misspelt())
          .containsExactly("timesheets.csv %s (%s?)".formatted(column, meant));
    }
  }

  @Test
  @DisplayName("short names and longer ones with a known beginning are other columns")
  void otherColumns(@TempDir Path folder) {
    Feed feed =
        WrittenFeed.in(folder)
            .file(
                "officers.csv",
                "officer_id,effective_from,effective_to,rank,pay_scale,pay_point,note,rate,date,until")
            .file(
                "claims.csv", "claim_id,officer_id,date,type,reason_code,quantity_unit,amount_net")
            .open();
    assertThat(feed.misspelt()).isEmpty();
  }
}
