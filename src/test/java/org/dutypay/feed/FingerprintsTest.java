package org.dutypay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dutypay.reference.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An officer's fingerprint is another one whenever the officer's rows are")
class FingerprintsTest {

  private static final String PAYLOAD = "a row of twenty-nine bytes...";

  @Test
  @DisplayName("each bit of a row counts")
  void eachBit() {
    byte[] row = SpooledRows.bytes(PAYLOAD);
    Set<Optional<Long>> seen = new HashSet<>();
    seen.add(fingerprint(new SpooledRows().row(FeedFile.ROSTER, 2, "A1", row)));
    for (int bit = 0; bit < row.length * Byte.SIZE; bit++) {
      byte[] other = row.clone();
      other[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      seen.add(fingerprint(new SpooledRows().row(FeedFile.ROSTER, 2, "A1", other)));
    }
    assertThat(seen).hasSize(1 + row.length * Byte.SIZE);
  }

  @Test
  @DisplayName("empty cells that all become 0 do not cancel each other")
  void highestBits() {
    Set<Optional<Long>> seen = new HashSet<>();
    for (int empty = 0; empty < 1 << 8; empty++) {
      byte[] row = new byte[8 * Integer.BYTES];
      for (int cell = 0; cell < 8; cell++) {
        SpoolRecord.INT.set(
            row, cell * Integer.BYTES, (empty >> cell & 1) == 0 ? 0 : Row.NOT_GIVEN);
      }
      seen.add(fingerprint(new SpooledRows().row(FeedFile.ROSTER, 2, "A1", row)));
    }
    assertThat(seen).hasSize(1 << 8);
  }

  @Test
  @DisplayName("the order of rows counts, their file counts, and one row more counts")
  void rows() {
    byte[] one = SpooledRows.bytes(PAYLOAD);
    byte[] other = SpooledRows.bytes("another row");
    assertThat(
            Stream.of(
                fingerprint(
                    new SpooledRows()
                        .row(FeedFile.ROSTER, 2, "A1", one)
                        .row(FeedFile.ROSTER, 3, "A1", other)),
                fingerprint(
                    new SpooledRows()
                        .row(FeedFile.ROSTER, 2, "A1", other)
                        .row(FeedFile.ROSTER, 3, "A1", one)),
                fingerprint(
                    new SpooledRows()
                        .row(FeedFile.ROSTER, 2, "A1", one)
                        .row(FeedFile.CLAIMS, 3, "A1", other)),
                fingerprint(new SpooledRows().row(FeedFile.ROSTER, 2, "A1", one)),
                fingerprint(
                    new SpooledRows()
                        .row(FeedFile.ROSTER, 2, "A1", one)
                        .row(FeedFile.ROSTER, 3, "A1", one))))
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("that an earlier row has a row's id counts, also where it is another officer's")
  void repeated() {
    byte[] row = SpooledRows.bytes(PAYLOAD);
    SpooledRows once = new SpooledRows().row(FeedFile.TIMESHEETS, 9, "A1", row);
    SpooledRows twice =
        new SpooledRows().row(FeedFile.TIMESHEETS, 9, "A1", row).repeated(FeedFile.TIMESHEETS, 9);
    SpooledRows elsewhere =
        new SpooledRows().row(FeedFile.TIMESHEETS, 9, "A1", row).repeated(FeedFile.CLAIMS, 9);
    assertThat(fingerprint(twice)).isNotEqualTo(fingerprint(once));
    assertThat(fingerprint(elsewhere)).isEqualTo(fingerprint(once));
  }

  @Test
  @DisplayName("lines, other officers' rows, what was paid before and unreadable rows do not count")
  void doesNotCount() {
    byte[] row = SpooledRows.bytes(PAYLOAD);
    assertThat(
            Stream.of(
                fingerprint(new SpooledRows().row(FeedFile.ROSTER, 2, "A1", row)),
                fingerprint(new SpooledRows().row(FeedFile.ROSTER, 7_000_000, "A1", row)),
                fingerprint(
                    new SpooledRows()
                        .row(FeedFile.ROSTER, 2, "A0", row)
                        .row(FeedFile.ROSTER, 3, "A1", row)
                        .row(FeedFile.ROSTER, 4, "A2", row)),
                fingerprint(
                    new SpooledRows()
                        .row(FeedFile.ROSTER, 2, "A1", row)
                        .row(FeedFile.PAID_HISTORY, 2, "A1", row)
                        .record(SpoolRecord.REJECTED, 3, "A1", row))))
        .containsOnly(fingerprint(new SpooledRows().row(FeedFile.ROSTER, 2, "A1", row)));
  }

  @Test
  @DisplayName("those kept while cases are loaded are those of the file")
  void kept(@TempDir Path folder) {
    WrittenFeed feed =
        WrittenFeed.in(folder)
            .file(
                "timesheets.csv",
                WrittenFeed.TIMESHEETS,
                "E1,A1,2024-05-11T07:00,2024-05-11T15:00,,,,,,,,,,",
                "E1,B2,2024-05-12T07:00,2024-05-12T15:00,,,,,,,,,,",
                "E2,,2024-05-12T07:00,2024-05-12T15:00,,,,,,,,,,");
    Spool spool = feed.spool();
    Map<String, Long> asked = new HashMap<>();
    Map<String, Long> kept = new HashMap<>();
    Map<String, Long> loaded = new HashMap<>();
    CaseReader asking = reader();
    CaseReader keeping = reader();
    keeping.keepFingerprints();
    CaseReader loading = reader();
    for (int i = 0; i < spool.fileCount(); i++) {
      asked.putAll(asking.fingerprints(spool.file(i)));
      keeping.load(spool.file(i));
      kept.putAll(keeping.fingerprints(spool.file(i)));
      loading.load(spool.file(i));
      loaded.putAll(loading.fingerprints(spool.file(i)));
      assertThat(keeping.officers(spool.file(i)))
          .containsExactlyInAnyOrderElementsOf(asking.fingerprints(spool.file(i)).keySet());
    }
    assertThat(asked).containsOnlyKeys("A1", "B2");
    assertThat(kept).isEqualTo(asked);
    assertThat(loaded).isEqualTo(asked);
  }

  private static CaseReader reader() {
    return new CaseReader(Policy.standard().forceDays(), 20_000, officer -> Map.of());
  }

  /** That of A1. */
  private static Optional<Long> fingerprint(SpooledRows rows) {
    byte[] bytes = rows.toBytes();
    SpoolIndex index = new SpoolIndex(bytes);
    return Optional.ofNullable(
        new Fingerprints(bytes, index, new RepeatedRows(bytes, index)).all().get("A1"));
  }
}
