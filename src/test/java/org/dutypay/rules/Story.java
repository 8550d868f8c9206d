package org.dutypay.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.Claim;
import org.dutypay.duty.DayType;
import org.dutypay.duty.Duty;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.OpeningBalance;
import org.dutypay.duty.PaidPayment;
import org.dutypay.duty.Rank;
import org.dutypay.duty.RosterDay;
import org.dutypay.duty.Secondment;
import org.dutypay.feed.ReferenceFiles;
import org.dutypay.pay.Balance;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.Decision;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Pounds;
import org.dutypay.reference.Allowances;
import org.dutypay.reference.PayScales;
import org.dutypay.reference.Policy;
import org.dutypay.reference.PublicHolidays;
import org.dutypay.reference.RuleNumbers;
import org.jspecify.annotations.Nullable;

/**
 * One officer's case told in a few words, and what the engine makes of it in a few words. A full
 * time constable at the top of the scale (£46,044) unless the story says otherwise.
 *
 * <p>Days: {@code MON} to {@code SUN} are the week of 4 March 2024, {@code MON2} to {@code SUN4}
 * the three after it (Good Friday is {@code FRI4}; the clocks go forward on {@code SUN4}); {@code
 * 05-06} is in 2024; {@code 2025-01-01} is itself.
 *
 * <p>Roster: {@code MON 07-15, TUE..THU REST, FRI HOLIDAY 07:30-16, SAT LIEU REST, SUN 07-15 was
 * REST changed 02-19}. Duties get the ids e1, e2 … as told: {@code MON 07:00-TUE 08:01 told MON
 * 06:00 toil travel 30 own-request sole stood-down 02-25 09:00 replacement 03-20 replacement-told
 * 02-12 09:00 by SUPERINTENDENT booked 04-01 authorised-by A1}; an end without a day is the first
 * such time after the start.
 *
 * <p>Acting: {@code MON..FRI SERGEANT}, a row a day, a whole tour, claimed on the day; otherwise
 * {@code part}, {@code hours 3.5}, {@code unclaimed}, {@code claimed 05-01}, {@code by
 * SUPERINTENDENT pace custody difference point 2 authorised-by A1}; {@code MON to FRI INSPECTOR
 * temporary-salary} (or {@code temporary-promotion}) is one row. Claims get the ids c1, c2 … as
 * told: {@code MON MEAL £9.35 receipt, TUE MILEAGE x100, WED AWAY_OVERNIGHT reason TRAINING
 * host-approval authorised-by A1}. Secondments: {@code MON..SUN NCA 50% REG13A agreement X1}.
 *
 * <p>Outcome: {@code MON OVERTIME 1.50 x 4/3 G 2.14.1}, {@code MON TOIL +90 min until 06-04 G
 * 2.13.1}, {@code TUE REST_DAYS_IN_LIEU +1 day G 2.26.1}, {@code TUE STOOD_DOWN e1}.
 */
final class Story {

  /** The first day of the named week. */
  private static final LocalDate MONDAY = LocalDate.of(2024, 3, 4);

  private static final List<String> WEEKDAYS =
      List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
  private static final int NAMED_WEEKS = 4;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Map<Map<String, String>, Policy> POLICIES = new HashMap<>();
  private static final List<PayScales.Rate> RATES = List.copyOf(ReferenceFiles.builtInRates());
  private static final Allowances ALLOWANCES = ReferenceFiles.allowances();
  private static final PublicHolidays HOLIDAYS = ReferenceFiles.builtInHolidays();
  private static final RuleNumbers NUMBERS = ReferenceFiles.ruleNumbers();

  /** An officers row under way. */
  private static final class Terms {
    private LocalDate from = LocalDate.of(2019, 1, 1);
    private Rank rank = Rank.CONSTABLE;
    private String payScale = "CONSTABLE_2013";
    private String payPoint = "7";
    private String weeklyHours = "40";
    private boolean variableShifts;
    private @Nullable LocalDate serviceStart;
    private @Nullable Rank qualifiedFor;
    private boolean london;
    private boolean wtrOptOut;

    /** The row after this one, the same until the story says otherwise. */
    Terms next(LocalDate day) {
      Terms next = new Terms();
      next.from = day;
      next.rank = rank;
      next.payScale = payScale;
      next.payPoint = payPoint;
      next.weeklyHours = weeklyHours;
      next.variableShifts = variableShifts;
      next.serviceStart = serviceStart;
      next.qualifiedFor = qualifiedFor;
      next.london = london;
      next.wtrOptOut = wtrOptOut;
      return next;
    }
  }

  private final List<Terms> terms = new ArrayList<>();
  private final List<RosterDay> roster = new ArrayList<>();
  private final List<Duty> duties = new ArrayList<>();
  private final List<ActingDay> acting = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Secondment> secondments = new ArrayList<>();
  private final List<OpeningBalance> openings = new ArrayList<>();
  private final List<PaidPayment> paidHistory = new ArrayList<>();
  private final List<PayScales.Rate> rates = new ArrayList<>(RATES);
  private final Map<String, String> policy = new HashMap<>();
  private final Map<ExceptionCode, Decision.Verdict> verdicts = new HashMap<>();
  private int firstLine = 2;
  private LocalDate from = LocalDate.of(2023, 9, 1);
  private LocalDate to = LocalDate.of(2025, 12, 31);
  private LocalDate runDate = LocalDate.of(2024, 5, 31);

  private Story() {
    terms.add(new Terms());
  }

  static Story officer() {
    return new Story();
  }

  Story constable(String payPoint) {
    return rank(Rank.CONSTABLE, "CONSTABLE_2013", payPoint);
  }

  Story sergeant(String payPoint) {
    return rank(Rank.SERGEANT, "SERGEANT", payPoint);
  }

  Story inspector(String payPoint) {
    return rank(Rank.INSPECTOR, "INSPECTOR", payPoint);
  }

  Story chiefInspector(String payPoint) {
    return rank(Rank.CHIEF_INSPECTOR, "CHIEF_INSPECTOR", payPoint);
  }

  private Story rank(Rank rank, String payScale, String payPoint) {
    Terms last = terms.getLast();
    last.rank = rank;
    last.payScale = payScale;
    last.payPoint = payPoint;
    return this;
  }

  /** A rank on a scale that is not named like it. */
  Story onScale(String payScale, String payPoint) {
    return rank(terms.getLast().rank, payScale, payPoint);
  }

  /** Such as {@code 31.5}. */
  Story weeklyHours(String hours) {
    terms.getLast().weeklyHours = hours;
    return this;
  }

  Story variableShifts() {
    terms.getLast().variableShifts = true;
    return this;
  }

  Story serviceStart(String day) {
    terms.getLast().serviceStart = day(day);
    return this;
  }

  Story qualifiedFor(Rank rank) {
    terms.getLast().qualifiedFor = rank;
    return this;
  }

  Story london() {
    terms.getLast().london = true;
    return this;
  }

  Story wtrOptOut(boolean optOut) {
    terms.getLast().wtrOptOut = optOut;
    return this;
  }

  /** What is said of the officer after this holds from a day on. */
  Story from(String day) {
    terms.add(terms.getLast().next(day(day)));
    return this;
  }

  /** The officer's pay point has this annual rate, always. */
  Story earning(String pounds) {
    Terms last = terms.getLast();
    rates.removeIf(rate -> rate.payScale().equals(last.payScale));
    rates.add(
        new PayScales.Rate(
            last.payScale,
            last.payPoint,
            LocalDate.of(2012, 4, 1).toEpochDay(),
            new BigDecimal(pounds).movePointRight(2).longValueExact(),
            Long.MIN_VALUE));
    return this;
  }

  Story policy(String key, String value) {
    policy.put(key, value);
    return this;
  }

  Story runDate(String day) {
    runDate = day(day);
    return this;
  }

  /** The days reported; all of them where the story does not say. */
  Story range(String first, String last) {
    from = day(first);
    to = day(last);
    return this;
  }

  Story roster(String days) {
    for (String part : days.split(",", -1)) {
      if (!part.isBlank()) {
        rosterDays(new Words(part));
      }
    }
    roster.sort(Comparator.comparingLong(RosterDay::date));
    return this;
  }

  Story duty(String rows) {
    for (String row : rows.split(",", -1)) {
      if (!row.isBlank() && !row.strip().equals("none")) {
        duties.add(duty(new Words(row)));
      }
    }
    return this;
  }

  /** The line of timesheets.csv on which the first duty stands; 2 where the story does not say. */
  Story firstLine(int line) {
    firstLine = line;
    return this;
  }

  /**
   * What stood on an account before the feed's first day, in minutes; usable to a day or {@code -}.
   */
  Story opening(String account, String day, long minutes, String expiresOn) {
    openings.add(
        new OpeningBalance(
            openings.size() + 2,
            account,
            day(day).toEpochDay(),
            minutes * 10_000,
            None.NONE,
            expiresOn.equals("-") ? None.NONE : day(expiresOn).toEpochDay()));
    return this;
  }

  /** As {@link #opening}, in days; for {@code MILES}, miles. */
  Story openingDays(String account, String day, long days) {
    openings.add(
        new OpeningBalance(
            openings.size() + 2,
            account,
            day(day).toEpochDay(),
            None.NONE,
            days * 10_000,
            None.NONE));
    return this;
  }

  Story acting(String rows) {
    for (String row : rows.split(",", -1)) {
      if (!row.isBlank() && !row.strip().equals("none")) {
        actingDays(new Words(row));
      }
    }
    acting.sort(Comparator.comparingLong(ActingDay::date));
    return this;
  }

  Story claims(String rows) {
    for (String row : rows.split(",", -1)) {
      if (!row.isBlank() && !row.strip().equals("none")) {
        claims.add(claim(new Words(row)));
      }
    }
    return this;
  }

  Story seconded(String rows) {
    for (String row : rows.split(",", -1)) {
      if (!row.isBlank() && !row.strip().equals("none")) {
        secondments.add(secondment(new Words(row)));
      }
    }
    return this;
  }

  /** Rows of paid-history.csv: {@code MON OVERTIME 44.13, TUE BONUS -5.00}. */
  Story paid(String rows) {
    paidHistory.addAll(payments(rows));
    return this;
  }

  static List<PaidPayment> payments(String rows) {
    List<PaidPayment> payments = new ArrayList<>();
    for (String row : rows.split(",", -1)) {
      if (!row.isBlank() && !row.strip().equals("none")) {
        Words words = new Words(row);
        payments.add(
            PaidPayment.ofAmount(
                day(words.next()).toEpochDay(),
                Element.valueOf(words.next()),
                new BigDecimal(words.next()).movePointRight(2).longValueExact()));
      }
    }
    return payments;
  }

  /** What a person has decided about every matter of a code. */
  Story deciding(ExceptionCode code, Decision.Verdict verdict) {
    verdicts.put(code, verdict);
    return this;
  }

  OfficerCase toCase() {
    List<Duty> inOrder = new ArrayList<>(duties);
    inOrder.sort(Comparator.comparingLong(Duty::start));
    List<Claim> claimsInOrder = new ArrayList<>(claims);
    claimsInOrder.sort(
        Comparator.comparingLong(Claim::date).thenComparing(Claim::claimId, ByteOrder.OF_UTF_8));
    OfficerCase undecided =
        new OfficerCase(
            "A1",
            records(),
            roster,
            inOrder,
            acting,
            claimsInOrder,
            secondments,
            openings,
            paidHistory,
            List.of(),
            Map.of());
    return verdicts.isEmpty() ? undecided : decided(undecided);
  }

  private OfficerCase decided(OfficerCase undecided) {
    OfficerCase decided = undecided;
    for (PayException exception : new PayEngine(context()).assess(undecided).exceptions()) {
      Decision.Verdict verdict = verdicts.get(exception.code());
      if (verdict != null) {
        decided = decided.deciding(exception.id(), new Decision(verdict, OptionalLong.empty()));
      }
    }
    return decided;
  }

  RunContext context() {
    return new RunContext(
        POLICIES.computeIfAbsent(Map.copyOf(policy), Policy::of),
        new PayScales(rates, runDate.toEpochDay()),
        ALLOWANCES,
        HOLIDAYS,
        NUMBERS,
        from.toEpochDay(),
        to.toEpochDay(),
        runDate.toEpochDay());
  }

  Outcome assess() {
    return new PayEngine(context()).assess(toCase());
  }

  /** Holiday pay from what the story says was paid. */
  List<PayLine> holidayPay() {
    return new PayEngine(context()).holidayPay(toCase(), paidHistory);
  }

  /** The same in words: {@code MON 6.00 HOURS x 1.0000 = 6.00}. */
  List<String> holidayPayInWords() {
    return holidayPay().stream()
        .map(
            line ->
                "%s %s %s x %s = %s"
                    .formatted(
                        named(line.workDate()),
                        Pounds.plain(line.unitsHundredths()),
                        line.unit(),
                        BigDecimal.valueOf(line.rateTenThousandths(), 4),
                        Pounds.plain(line.amountPence())))
        .toList();
  }

  /** The same assessment, with what decided one day of it. */
  Explanation explain(String day) {
    return new PayEngine(context()).explain(toCase(), day(day).toEpochDay());
  }

  /** Everything that comes of it, in the words of the class comment. */
  List<String> outcome() {
    Outcome outcome = assess();
    List<String> found = new ArrayList<>();
    outcome.lines().forEach(line -> found.add(inWords(line)));
    outcome.balances().forEach(balance -> found.add(inWords(balance)));
    outcome.exceptions().forEach(exception -> found.add(inWords(exception)));
    return found;
  }

  /** The lines with their pounds: {@code MON OVERTIME 58.84}. */
  List<String> pounds() {
    return assess().lines().stream()
        .map(
            line ->
                named(line.workDate())
                    + ' '
                    + line.element()
                    + ' '
                    + Pounds.plain(line.amountPence()))
        .toList();
  }

  /**
   * What became of each row: {@code e1 PAID}, {@code e2 NOT_DUE TOO_SHORT}, {@code c1 HELD
   * RECEIPT_MISSING}, and for the acting row told first {@code acting-1 PAID}.
   */
  List<String> rows() {
    return assess().rows().stream()
        .map(
            row ->
                ((row.entryId().isEmpty() ? "acting-" + (row.line() - 1) : row.entryId())
                        + ' '
                        + row.kind()
                        + ' '
                        + row.reason())
                    .strip())
        .toList();
  }

  /** What a table says is to come of it: entries with commas between, or nothing. */
  static List<String> expected(String cell) {
    return cell.equals("nothing")
        ? List.of()
        : Arrays.stream(cell.split(",", -1))
            .map(entry -> entry.strip().replaceAll(" +", " "))
            .toList();
  }

  private static String inWords(PayLine line) {
    return named(line.workDate())
        + ' '
        + line.element()
        + ' '
        + Pounds.plain(line.unitsHundredths())
        + " x "
        + line.multiple()
        + ' '
        + line.rule().citation();
  }

  private static String inWords(Balance balance) {
    String amount =
        balance.minutes() == Balance.NONE
            ? signed(BigDecimal.valueOf(balance.daysHundredths(), 2).stripTrailingZeros()) + " day"
            : signed(BigDecimal.valueOf(balance.minutes())) + " min";
    String until =
        balance.expiresOn() == Balance.NONE ? "" : " until " + named(balance.expiresOn());
    return named(balance.workDate())
        + ' '
        + balance.account()
        + ' '
        + amount
        + until
        + ' '
        + balance.rule().citation();
  }

  private static String signed(BigDecimal number) {
    return (number.signum() < 0 ? "" : "+") + number.toPlainString();
  }

  private static String inWords(PayException exception) {
    return (named(exception.date()) + ' ' + exception.code() + ' ' + exception.entryId()).strip();
  }

  /** The day's shortest name. */
  static String named(long date) {
    long since = date - MONDAY.toEpochDay();
    if (since >= 0 && since < NAMED_WEEKS * 7L) {
      int week = (int) (since / 7) + 1;
      return WEEKDAYS.get((int) (since % 7)) + (week == 1 ? "" : week);
    }
    String iso = LocalDate.ofEpochDay(date).toString();
    return iso.startsWith("2024-") ? iso.substring(5) : iso;
  }

  static LocalDate day(String name) {
    if (name.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return LocalDate.parse(name);
    }
    if (name.matches("\\d\\d-\\d\\d")) {
      return LocalDate.parse("2024-" + name);
    }
    if (name.matches("[A-Z]{3}[2-4]?") && WEEKDAYS.contains(name.substring(0, 3))) {
      int week = name.length() == 3 ? 1 : name.charAt(3) - '0';
      return MONDAY.plusDays(7L * (week - 1) + WEEKDAYS.indexOf(name.substring(0, 3)));
    }
    throw new IllegalArgumentException("'" + name + "' is no day of a story");
  }

  /**
   * Minutes since 1970 in elapsed time; in the repeated hour the first pass unless an offset is
   * given.
   */
  static long moment(LocalDate day, String time) {
    int offset = time.indexOf('+');
    LocalDateTime wall = day.atTime(LocalTime.parse(offset < 0 ? time : time.substring(0, offset)));
    return offset < 0
        ? ZonedDateTime.ofLocal(wall, LONDON, null).toEpochSecond() / 60
        : wall.toEpochSecond(ZoneOffset.of(time.substring(offset))) / 60;
  }

  private List<OfficerRecord> records() {
    List<OfficerRecord> records = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      Terms row = terms.get(i);
      long last = i + 1 < terms.size() ? terms.get(i + 1).from.toEpochDay() - 1 : Long.MAX_VALUE;
      records.add(
          new OfficerRecord(
              i + 2,
              row.from.toEpochDay(),
              last,
              "Officer A1",
              "Response",
              row.rank,
              row.payScale,
              row.payPoint,
              new BigDecimal(row.weeklyHours).movePointRight(4).intValueExact(),
              row.variableShifts,
              row.serviceStart == null ? None.NONE : row.serviceStart.toEpochDay(),
              row.qualifiedFor,
              row.london,
              row.wtrOptOut));
    }
    return records;
  }

  private void rosterDays(Words words) {
    String days = words.next();
    int dots = days.indexOf("..");
    LocalDate first = day(dots < 0 ? days : days.substring(0, dots));
    LocalDate last = dots < 0 ? first : day(days.substring(dots + 2));
    DayType type = DayType.DUTY;
    DayType lieuOf = null;
    DayType original = null;
    int start = RosterDay.NO_TIME;
    int end = RosterDay.NO_TIME;
    long publishedOn = None.NONE;
    long changedOn = None.NONE;
    while (words.any()) {
      String word = words.next();
      switch (word) {
        case "LIEU" -> {
          type = DayType.LIEU_DAY;
          lieuOf = dayType(words.next());
        }
        case "published" -> publishedOn = day(words.next()).toEpochDay();
        case "changed" -> changedOn = day(words.next()).toEpochDay();
        case "was" -> {
          original = dayType(words.next());
          if (original == DayType.LIEU_DAY) {
            lieuOf = dayType(words.next());
          }
        }
        default -> {
          if (Character.isDigit(word.charAt(0))) {
            int dash = word.indexOf('-');
            start = minuteOfDay(word.substring(0, dash));
            end = minuteOfDay(word.substring(dash + 1));
          } else {
            type = dayType(word);
          }
        }
      }
    }
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      roster.add(
          new RosterDay(
              roster.size() + 2,
              day.toEpochDay(),
              type,
              start,
              end,
              publishedOn,
              lieuOf,
              original,
              changedOn));
    }
  }

  private static DayType dayType(String word) {
    return switch (word) {
      case "REST" -> DayType.REST_DAY;
      case "FREE" -> DayType.FREE_DAY;
      case "HOLIDAY" -> DayType.PUBLIC_HOLIDAY;
      case "LEAVE" -> DayType.ANNUAL_LEAVE;
      case "TOIL" -> DayType.TOIL_TAKEN;
      case "LIEU" -> DayType.LIEU_DAY;
      default -> DayType.valueOf(word);
    };
  }

  /**
   * Of {@code 7}, {@code 07}, {@code 07:30} or {@code 24}, which is the midnight that ends a day.
   */
  private static int minuteOfDay(String time) {
    int colon = time.indexOf(':');
    return colon < 0
        ? Integer.parseInt(time) % 24 * 60
        : Integer.parseInt(time.substring(0, colon)) * 60
            + Integer.parseInt(time.substring(colon + 1));
  }

  private Duty duty(Words words) {
    LocalDate startDay = day(words.next());
    String times = words.next();
    int dash = times.indexOf('-', 1);
    long start = moment(startDay, times.substring(0, dash));
    String rest = times.substring(dash + 1);
    long end;
    if (Character.isDigit(rest.charAt(0)) && rest.indexOf(':') > 0) {
      end = moment(startDay, rest);
      if (end <= start) {
        end = moment(startDay.plusDays(1), rest);
      }
    } else {
      end = moment(day(rest), words.next());
    }
    long informedAt = None.NONE;
    boolean timeOff = false;
    int travel = 0;
    boolean ownRequest = false;
    boolean sole = false;
    Rank authorisedBy = null;
    long replacement = None.NONE;
    long replacementTold = None.NONE;
    long stoodDown = None.NONE;
    long bookedOn = None.NONE;
    String authorised = "";
    while (words.any()) {
      String word = words.next();
      switch (word) {
        case "told" -> informedAt = moment(day(words.next()), words.next());
        case "toil" -> timeOff = true;
        case "travel" -> travel = Integer.parseInt(words.next());
        case "own-request" -> ownRequest = true;
        case "sole" -> sole = true;
        case "by" -> authorisedBy = Rank.valueOf(words.next());
        case "replacement" -> replacement = day(words.next()).toEpochDay();
        case "replacement-told" -> replacementTold = moment(day(words.next()), words.next());
        case "stood-down" -> stoodDown = moment(day(words.next()), words.next());
        case "booked" -> bookedOn = day(words.next()).toEpochDay();
        case "authorised-by" -> authorised = words.next();
        default -> throw new IllegalArgumentException("A duty has no '" + word + "'");
      }
    }
    int number = duties.size() + 1;
    return new Duty(
        "e" + number,
        firstLine + number - 1,
        start,
        end,
        informedAt,
        timeOff,
        travel,
        ownRequest,
        sole,
        authorisedBy,
        replacement,
        replacementTold,
        stoodDown,
        bookedOn,
        authorised);
  }

  private void actingDays(Words words) {
    String days = words.next();
    int dots = days.indexOf("..");
    LocalDate first = day(dots < 0 ? days : days.substring(0, dots));
    LocalDate last = dots < 0 ? first : day(days.substring(dots + 2));
    LocalDate to = null;
    Rank rank = null;
    ActingDay.Basis basis = ActingDay.Basis.ACTING;
    long hours = None.NONE;
    boolean wholeTour = true;
    Rank authorisedBy = null;
    boolean pace = false;
    boolean custody = false;
    boolean isClaimed = true;
    LocalDate claimedOn = null;
    boolean difference = false;
    String payPoint = "";
    String authorised = "";
    while (words.any()) {
      String word = words.next();
      switch (word) {
        case "to" -> to = day(words.next());
        case "temporary-salary" -> basis = ActingDay.Basis.TEMPORARY_SALARY;
        case "temporary-promotion" -> basis = ActingDay.Basis.TEMPORARY_PROMOTION;
        case "hours" -> hours = tenThousandths(words.next());
        case "part" -> wholeTour = false;
        case "by" -> authorisedBy = Rank.valueOf(words.next());
        case "pace" -> pace = true;
        case "custody" -> custody = true;
        case "unclaimed" -> isClaimed = false;
        case "claimed" -> claimedOn = day(words.next());
        case "difference" -> difference = true;
        case "point" -> payPoint = words.next();
        case "authorised-by" -> authorised = words.next();
        default -> rank = Rank.valueOf(word);
      }
    }
    if (rank == null) {
      throw new IllegalArgumentException("An acting row names the rank");
    }
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      acting.add(
          new ActingDay(
              acting.size() + 2,
              day.toEpochDay(),
              (to == null ? day : to).toEpochDay(),
              rank,
              basis,
              hours,
              wholeTour,
              authorisedBy,
              pace,
              custody,
              isClaimed ? (claimedOn == null ? day : claimedOn).toEpochDay() : None.NONE,
              difference,
              payPoint,
              authorised));
    }
  }

  private Claim claim(Words words) {
    LocalDate day = day(words.next());
    Claim.Type type = Claim.Type.valueOf(words.next());
    // The feed's reader takes an empty quantity of dogs as one.
    long quantity = type == Claim.Type.DOG_HANDLER ? 10_000 : None.NONE;
    long amount = None.NONE;
    String reason = "";
    boolean receipt = false;
    boolean approval = false;
    String authorised = "";
    while (words.any()) {
      String word = words.next();
      switch (word) {
        case "reason" -> reason = words.next();
        case "receipt" -> receipt = true;
        case "host-approval" -> approval = true;
        case "authorised-by" -> authorised = words.next();
        default -> {
          if (word.startsWith("£")) {
            amount = new BigDecimal(word.substring(1)).movePointRight(2).longValueExact();
          } else if (word.startsWith("x")) {
            quantity = tenThousandths(word.substring(1));
          } else {
            throw new IllegalArgumentException("A claim has no '" + word + "'");
          }
        }
      }
    }
    int number = claims.size() + 1;
    return new Claim(
        "c" + number,
        number + 1,
        day.toEpochDay(),
        type,
        quantity,
        amount,
        reason,
        receipt,
        approval,
        authorised);
  }

  private Secondment secondment(Words words) {
    String days = words.next();
    int dots = days.indexOf("..");
    String host = words.next();
    Secondment.Basis basis = Secondment.Basis.S97;
    String agreement = "";
    long percent = 1_000_000;
    while (words.any()) {
      String word = words.next();
      if (word.equals("agreement")) {
        agreement = words.next();
      } else if (word.endsWith("%")) {
        percent = tenThousandths(word.substring(0, word.length() - 1));
      } else {
        basis = Secondment.Basis.valueOf(word);
      }
    }
    return new Secondment(
        secondments.size() + 2,
        host,
        day(days.substring(0, dots)).toEpochDay(),
        day(days.substring(dots + 2)).toEpochDay(),
        basis,
        agreement,
        percent);
  }

  private static long tenThousandths(String number) {
    return new BigDecimal(number).movePointRight(4).longValueExact();
  }

  /** The words of one row, one after the other. */
  private static final class Words {
    private final Deque<String> words;

    Words(String text) {
      words = new ArrayDeque<>(List.of(text.strip().split(" +", -1)));
    }

    boolean any() {
      return !words.isEmpty();
    }

    String next() {
      @Nullable String word = words.poll();
      if (word == null) {
        throw new IllegalArgumentException("A story breaks off");
      }
      return word;
    }
  }
}
