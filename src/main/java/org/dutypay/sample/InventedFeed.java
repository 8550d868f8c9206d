package org.dutypay.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dutypay.duty.DayType;
import org.dutypay.duty.None;
import org.dutypay.duty.Rank;

/**
 * Writes a feed of any size, day by day as exports are, the officers of a day in no order. It keeps
 * nothing but the officers in memory, and the same extent gives the same bytes.
 */
public final class InventedFeed {

  /**
   * How large a feed is.
   *
   * @param officers 1 to 900,000
   * @param from first epoch day of roster and timesheets
   * @param to last epoch day
   * @param withExceptions whether rows and duties occur that someone has to look at
   */
  public record Extent(int officers, long from, long to, long seed, boolean withExceptions) {
    public Extent {
      if (officers < 1 || officers > Officer.MOST) {
        throw new IllegalArgumentException(
            "a force has from 1 to " + Officer.MOST + " officers, not " + officers);
      }
      if (to < from) {
        throw new IllegalArgumentException(
            "the last day, %s, is before the first, %s"
                .formatted(LocalDate.ofEpochDay(to), LocalDate.ofEpochDay(from)));
      }
      if (from < Officer.FIRST_PAY) {
        throw new IllegalArgumentException(
            "the pay scales of every rank are known from %s, not on %s"
                .formatted(LocalDate.ofEpochDay(Officer.FIRST_PAY), LocalDate.ofEpochDay(from)));
      }
    }
  }

  /** What was written, in rows without headers. */
  public record Rows(long officers, long roster, long timesheets) {}

  static final String OFFICERS =
      "officer_id,effective_from,effective_to,name,unit,rank,pay_scale,pay_point,weekly_hours,"
          + "shift_pattern,service_start,qualified_for,london,wtr_opt_out";
  static final String ROSTER =
      "officer_id,date,day_type,start,end,published_on,lieu_of,original_day_type,changed_on";
  static final String TIMESHEETS =
      "entry_id,officer_id,start,end,informed_at,compensation,travel_minutes,own_request,"
          + "sole_performer,authorised_by_rank,replacement_day,replacement_informed_at,"
          + "stood_down_at,booked_on";

  private static final String HOLIDAYS = "/reference/public-holidays.csv";
  private static final int DAY = 1440;
  private static final int ENTRY_DIGITS = 7;

  /**
   * By how many places the next officer of a day is further on; a prime, so that nearly every force
   * is met whole.
   */
  private static final int STRIDE = 999_983;

  private final Extent extent;
  private final Dice dice;
  private final Officer[] officers;
  private final InventedRoster roster;
  private final InventedDuties duties;
  private final Additions additions;
  private long entries;

  private InventedFeed(Extent extent, Additions additions) throws IOException {
    this.extent = extent;
    this.additions = additions;
    dice = new Dice(extent.seed());
    officers = new Officer[extent.officers()];
    for (int i = 0; i < officers.length; i++) {
      officers[i] = Officer.invent(dice, i);
    }
    roster = new InventedRoster(dice, publicHolidays());
    duties = new InventedDuties(dice, roster, extent.from(), extent.to(), extent.withExceptions());
  }

  /** Writes officers.csv, roster.csv and timesheets.csv to a folder that exists. */
  public static Rows write(Path folder, Extent extent) throws IOException {
    return write(folder, extent, Additions.NONE);
  }

  static Rows write(Path folder, Extent extent, Additions additions) throws IOException {
    return new InventedFeed(extent, additions).write(folder);
  }

  private Rows write(Path folder) throws IOException {
    long officerRows = writeOfficers(folder.resolve("officers.csv"));
    try (FeedFile rosterFile = new FeedFile(folder.resolve("roster.csv"), ROSTER);
        FeedFile timesheets = new FeedFile(folder.resolve("timesheets.csv"), TIMESHEETS)) {
      for (long date = additions.firstDate(extent.from()); date <= extent.to(); date++) {
        if (date >= extent.from()) {
          writeDay(date, rosterFile, timesheets);
        }
        for (String row : additions.roster(date)) {
          rosterFile.raw(row);
        }
        for (Additions.Tour tour : additions.tours(date)) {
          writeBooking(timesheets, nextEntry(), tour.officerId(), tour.booking());
        }
        for (String row : additions.timesheets(date)) {
          timesheets.raw(row);
        }
      }
      return new Rows(officerRows, rosterFile.rows(), timesheets.rows());
    }
  }

  private void writeDay(long date, FeedFile rosterFile, FeedFile timesheets) throws IOException {
    int place = (int) Math.floorMod(date * STRIDE, (long) officers.length);
    int stride = stride();
    for (int i = 0; i < officers.length; i++) {
      Officer officer = officers[place];
      place = (place + stride) % officers.length;
      PlannedDay planned = roster.day(officer, date);
      List<Booking> bookings = duties.of(officer, date, planned);
      Slip slip =
          extent.withExceptions() && planned.type() == DayType.DUTY
              ? Slip.of(dice, officer, date)
              : Slip.NOTHING;
      writeRosterDay(rosterFile, officer, date, planned, slip);
      for (Booking booking : bookings) {
        writeBooking(timesheets, nextEntry(), officer.id(), booking);
      }
      if (!bookings.isEmpty()) {
        writeSlip(timesheets, officer, slip, bookings.getFirst());
      }
    }
  }

  /** A step that meets every officer once. */
  private int stride() {
    int stride = STRIDE % officers.length;
    while (greatestCommonDivisor(officers.length, stride) != 1) {
      stride++;
    }
    return stride;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  private long writeOfficers(Path path) throws IOException {
    int firstYear = LocalDate.ofEpochDay(extent.from()).getYear();
    try (FeedFile file = new FeedFile(path, OFFICERS)) {
      for (Officer officer : officers) {
        int years = yearsOfService(officer);
        LocalDate joined =
            LocalDate.of(firstYear - years, 1 + officer.index() % 12, 1 + officer.index() % 28);
        file.word(officer.id())
            .date(joined.toEpochDay())
            .empty()
            .text(InventedNames.of(dice, officer.index()))
            .text(officer.posting().label)
            .word(officer.rank().name())
            .word(officer.payScale())
            .word(Integer.toString(officer.payPoint()))
            .word(officer.partTimeHours())
            .word(officer.pattern().isVariable() ? "VARIABLE" : "REGULAR")
            .date(joined.toEpochDay())
            .word(qualification(officer))
            .empty()
            .empty()
            .endRow();
      }
      for (String row : additions.officers()) {
        file.raw(row);
      }
      return file.rows();
    }
  }

  /**
   * As many as the pay point takes, and more on the last one, on an old scale and in higher ranks.
   */
  private int yearsOfService(Officer officer) {
    int more = dice.below(14, Chance.SERVICE, officer.index(), 0);
    if (officer.rank() != Rank.CONSTABLE) {
      return 6 + officer.payPoint() + more;
    }
    if (officer.payScale().equals("CONSTABLE_PRE_2013")) {
      return 13 + more;
    }
    return officer.payPoint() < 7 ? officer.payPoint() + 1 : 8 + more / 5;
  }

  private String qualification(Officer officer) {
    if (!dice.happens(Chance.QUALIFIED, officer.index(), 0)) {
      return "";
    }
    return switch (officer.rank()) {
      case CONSTABLE -> Rank.SERGEANT.name();
      case SERGEANT -> Rank.INSPECTOR.name();
      default -> "";
    };
  }

  private void writeRosterDay(
      FeedFile file, Officer officer, long date, PlannedDay planned, Slip slip) throws IOException {
    if (slip == Slip.NO_ROSTER_ROW) {
      return;
    }
    writeRosterRow(file, officer, date, planned);
    if (slip == Slip.ROSTERED_TWICE) {
      writeRosterRow(file, officer, date, PlannedDay.REST);
    }
  }

  private void writeRosterRow(FeedFile file, Officer officer, long date, PlannedDay planned)
      throws IOException {
    long changedOn = changedOn(officer, date, planned);
    file.word(officer.id()).date(date);
    if (changedOn != None.NONE) {
      long start = duties.dayOffStart(officer, date);
      writeTimes(
          file.word(DayType.DUTY.name()), start, start + duties.dayOffMinutes(officer, date));
    } else {
      file.word(planned.type().name());
      if (planned.hasTimes()) {
        writeTimes(file, planned.start(), planned.end());
      } else {
        file.empty().empty();
      }
    }
    file.date(InventedRoster.publishedOn(date));
    file.word(planned.type() == DayType.LIEU_DAY ? DayType.REST_DAY.name() : "");
    if (changedOn != None.NONE) {
      file.word(planned.type().name()).date(changedOn).endRow();
    } else {
      file.empty().empty().endRow();
    }
  }

  private static void writeTimes(FeedFile file, long start, long end) throws IOException {
    file.time((int) Math.floorMod(start, (long) DAY)).time((int) Math.floorMod(end, (long) DAY));
  }

  /**
   * The day on which the roster began to show a day off as duty, {@link None#NONE} where it does
   * not.
   */
  private long changedOn(Officer officer, long date, PlannedDay planned) {
    if ((planned.type() != DayType.REST_DAY && planned.type() != DayType.FREE_DAY)
        || !dice.happens(Chance.SHOWN_AS_CHANGED, officer.index(), date)
        || !duties.isDayOffWorked(officer, date, planned)) {
      return None.NONE;
    }
    long toldAt = duties.dayOffToldAt(officer, date);
    return toldAt == None.NONE ? None.NONE : Math.floorDiv(toldAt, DAY);
  }

  private void writeSlip(FeedFile file, Officer officer, Slip slip, Booking booking)
      throws IOException {
    switch (slip) {
      case NOTHING, NO_ROSTER_ROW, ROSTERED_TWICE -> {}
      case SENT_TWICE -> writeBooking(file, entries, officer.id(), booking);
      case OVERLAPS ->
          writeBooking(
              file, nextEntry(), officer.id(), new Booking(booking.end - 30, booking.end + 30));
      case ENDS_BEFORE_START -> {
        file.number('T', nextEntry(), ENTRY_DIGITS).word(officer.id());
        file.moment(booking.end + 60).moment(booking.end);
        writeNothingElse(file);
      }
      case BRITISH_DATE -> {
        file.number('T', nextEntry(), ENTRY_DIGITS).word(officer.id());
        file.word("31/05/2024 17:30").moment(booking.end + 90);
        writeNothingElse(file);
      }
      case CELL_TOO_MANY -> {
        file.number('T', nextEntry(), ENTRY_DIGITS).word(officer.id());
        file.moment(booking.end + 60).moment(booking.end + 90).empty();
        writeNothingElse(file);
      }
      case NEGATIVE_TRAVEL -> {
        file.number('T', nextEntry(), ENTRY_DIGITS).word(officer.id());
        file.moment(booking.end + 60).moment(booking.end + 90);
        file.empty().empty().word("-15");
        file.empty().empty().empty().empty().empty().empty().empty().endRow();
      }
      case MISTYPED_OFFICER ->
          writeBooking(
              file,
              nextEntry(),
              officer.id() + "X",
              new Booking(booking.end + 60, booking.end + 90));
      case TOO_LITTLE_REST ->
          writeBooking(
              file,
              nextEntry(),
              officer.id(),
              new Booking(booking.start - 5 * 60, booking.start - 4 * 60));
    }
  }

  private static void writeNothingElse(FeedFile file) throws IOException {
    for (int i = 0; i < 10; i++) {
      file.empty();
    }
    file.endRow();
  }

  private static void writeBooking(FeedFile file, long entry, String officerId, Booking booking)
      throws IOException {
    file.number('T', entry, ENTRY_DIGITS).word(officerId);
    file.moment(booking.start).moment(booking.end);
    writeMoment(file, booking.informedAt);
    file.word(booking.timeOff ? "TOIL" : "");
    file.word(booking.travelMinutes == 0 ? "" : Integer.toString(booking.travelMinutes));
    file.flag(booking.ownRequest).flag(booking.solePerformer);
    file.word(booking.authorisedByRank == null ? "" : booking.authorisedByRank.name());
    if (booking.replacementDay == None.NONE) {
      file.empty();
    } else {
      file.date(booking.replacementDay);
    }
    writeMoment(file, booking.replacementInformedAt);
    file.empty();
    if (booking.bookedOn == None.NONE) {
      file.empty();
    } else {
      file.date(booking.bookedOn);
    }
    file.endRow();
  }

  private static void writeMoment(FeedFile file, long moment) throws IOException {
    if (moment == None.NONE) {
      file.empty();
    } else {
      file.moment(moment);
    }
  }

  private long nextEntry() {
    return ++entries;
  }

  /** The built-in public holidays, as epoch days. */
  static Set<Long> publicHolidays() throws IOException {
    try (InputStream in = InventedFeed.class.getResourceAsStream(HOLIDAYS)) {
      if (in == null) {
        throw new IllegalStateException(HOLIDAYS + " is missing in the program's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(row -> LocalDate.parse(row.substring(0, row.indexOf(','))).toEpochDay())
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
