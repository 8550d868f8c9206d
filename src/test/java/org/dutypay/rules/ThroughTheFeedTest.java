package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.dutypay.duty.Duty;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.RosterDay;
import org.dutypay.feed.CaseReader;
import org.dutypay.feed.Feed;
import org.dutypay.feed.Receive;
import org.dutypay.feed.Spool;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.rules.RandomStories.Telling;
import org.jspecify.annotations.Nullable;

@Label("Stories told as files")
class ThroughTheFeedTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private Path folder = Path.of("");
  private int feeds;

  @BeforeProperty
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("stories");
  }

  @AfterProperty
  void removeFolder() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Provide
  Arbitrary<Telling> tellings() {
    return RandomStories.tellings();
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  @Label("Neither the order of the rows nor other officers change what an officer is paid")
  void orderIsIrrelevant(
      @ForAll("tellings") Telling one, @ForAll("tellings") Telling other, @ForAll Random random)
      throws IOException {
    Story story = one.story();
    List<String> officers = new ArrayList<>();
    List<String> roster = new ArrayList<>();
    List<String> timesheets = new ArrayList<>();
    write("A1", "", story.toCase(), officers, roster, timesheets);
    write("B2", "b-", other.story().toCase(), officers, roster, timesheets);
    Collections.shuffle(officers, random);
    Collections.shuffle(roster, random);
    Collections.shuffle(timesheets, random);

    Outcome read = new PayEngine(story.context()).assess(read(story, officers, roster, timesheets));

    Outcome told = story.assess();
    assertThat(read.lines()).isEqualTo(told.lines());
    assertThat(read.balances()).isEqualTo(told.balances());
    assertThat(identities(read)).isEqualTo(identities(told));
  }

  private static List<String> identities(Outcome outcome) {
    return outcome.exceptions().stream()
        .map(
            exception ->
                PayException.hex(exception.id())
                    + PayException.hex(exception.facts())
                    + exception.heldPence()
                    + exception.message())
        .sorted()
        .toList();
  }

  private OfficerCase read(
      Story story, List<String> officers, List<String> roster, List<String> timesheets)
      throws IOException {
    Path place = folder.resolve(Integer.toString(feeds++));
    Path files = Files.createDirectories(place.resolve("feed"));
    Files.write(
        files.resolve("officers.csv"),
        with(
            "officer_id,effective_from,effective_to,rank,pay_scale,pay_point,weekly_hours",
            officers));
    Files.write(
        files.resolve("roster.csv"),
        with(
            "officer_id,date,day_type,start,end,published_on,lieu_of,original_day_type,changed_on",
            roster));
    Files.write(
        files.resolve("timesheets.csv"),
        with(
            "entry_id,officer_id,start,end,informed_at,compensation,travel_minutes,own_request,"
                + "sole_performer,authorised_by_rank,replacement_day,replacement_informed_at,"
                + "stood_down_at",
            timesheets));
    Feed feed = Feed.open(files);
    RunContext run = story.context();
    Spool spool =
        new Receive(feed, feed.digest(), run.forceDays(), (rows, bytes) -> {})
            .into(place.resolve("spool"));
    CaseReader reader = new CaseReader(run.forceDays(), run.runDate(), officer -> Map.of());
    for (int i = 0; i < spool.fileCount(); i++) {
      for (OfficerCase officer : reader.load(spool.file(i))) {
        if (officer.officerId().equals("A1")) {
          return officer;
        }
      }
    }
    throw new IllegalStateException("The feed has lost the officer");
  }

  private static List<String> with(String header, List<String> rows) {
    List<String> lines = new ArrayList<>(rows);
    lines.addFirst(header);
    return lines;
  }

  private static void write(
      String id,
      String prefix,
      OfficerCase officer,
      List<String> officers,
      List<String> roster,
      List<String> timesheets) {
    for (OfficerRecord row : officer.records()) {
      officers.add(
          String.join(
              ",",
              id,
              date(row.from()),
              row.to() == Long.MAX_VALUE ? "" : date(row.to()),
              row.rank().name(),
              row.payScale(),
              row.payPoint(),
              BigDecimal.valueOf(row.weeklyHoursTenThousandths(), 4).toPlainString()));
    }
    for (RosterDay row : officer.roster()) {
      roster.add(
          String.join(
              ",",
              id,
              date(row.date()),
              row.dayType().name(),
              row.hasTimes() ? time(row.startsAt()) : "",
              row.hasTimes() ? time(row.endsAt()) : "",
              date(row.publishedOn()),
              name(row.lieuOf()),
              name(row.originalDayType()),
              date(row.changedOn())));
    }
    for (Duty row : officer.duties()) {
      timesheets.add(
          String.join(
              ",",
              prefix + row.entryId(),
              id,
              moment(row.start()),
              moment(row.end()),
              moment(row.informedAt()),
              row.timeOff() ? "TOIL" : "",
              row.travelMinutes() == 0 ? "" : Integer.toString(row.travelMinutes()),
              row.ownRequest() ? "Y" : "",
              row.solePerformer() ? "Y" : "N",
              name(row.authorisedByRank()),
              date(row.replacementDay()),
              moment(row.replacementInformedAt()),
              moment(row.stoodDownAt())));
    }
  }

  private static String name(@Nullable Enum<?> value) {
    return value == null ? "" : value.name();
  }

  private static String date(long day) {
    return None.isGiven(day) ? LocalDate.ofEpochDay(day).toString() : "";
  }

  private static String time(int minuteOfDay) {
    return LocalTime.ofSecondOfDay(minuteOfDay * 60L).toString();
  }

  /** With its offset, which tells the two passes of October's repeated hour apart. */
  private static String moment(long minute) {
    if (!None.isGiven(minute)) {
      return "";
    }
    OffsetDateTime moment = Instant.ofEpochSecond(minute * 60).atZone(LONDON).toOffsetDateTime();
    String offset = moment.getOffset().getTotalSeconds() == 0 ? "+00:00" : "+01:00";
    return moment.toLocalDateTime() + offset;
  }
}
