package org.dutypay.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.RejectedRow;
import org.dutypay.reference.Policy;

/**
 * A feed written for one test: the required files with nothing but their headers, and what a test
 * adds.
 */
final class WrittenFeed {

  static final String OFFICERS =
      "officer_id,effective_from,effective_to,name,unit,rank,pay_scale,pay_point,weekly_hours,shift_pattern,service_start,"
          + "qualified_for,london,wtr_opt_out";
  static final String ROSTER =
      "officer_id,date,day_type,start,end,published_on,lieu_of,original_day_type,changed_on";
  static final String TIMESHEETS =
      "entry_id,officer_id,start,end,informed_at,compensation,travel_minutes,own_request,sole_performer,authorised_by_rank,"
          + "replacement_day,replacement_informed_at,stood_down_at,booked_on";
  static final String ACTING =
      "officer_id,date,acting_rank,basis,hours,whole_tour,authorised_by_rank,pace_powers,custody,claimed_on,"
          + "non_pensionable_difference,to,pay_point";
  static final String CLAIMS =
      "claim_id,officer_id,date,type,quantity,amount,reason,receipt,host_approval";

  private final Path folder;
  private LocalDate runDate = LocalDate.of(2024, 12, 31);

  private WrittenFeed(Path folder) {
    this.folder = folder;
  }

  /** A feed of one full-time constable, A1, since 1990. */
  static WrittenFeed in(Path folder) {
    return new WrittenFeed(folder)
        .file(
            "officers.csv",
            OFFICERS,
            "A1,1990-01-01,,Officer A1,Response,CONSTABLE,CONSTABLE_2013,7,,,,,,")
        .file("roster.csv", ROSTER)
        .file("timesheets.csv", TIMESHEETS);
  }

  WrittenFeed file(String name, String... lines) {
    return file(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  WrittenFeed file(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder.resolve("feed"));
      Files.write(path(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  WrittenFeed runOn(String date) {
    runDate = LocalDate.parse(date);
    return this;
  }

  Path path(String name) {
    return folder.resolve("feed").resolve(name);
  }

  Feed open() {
    return Feed.open(folder.resolve("feed"));
  }

  Spool spool() {
    Feed feed = open();
    return new Receive(feed, feed.digest(), Policy.standard().forceDays(), (rows, bytes) -> {})
        .into(folder.resolve("spool"));
  }

  Result read() {
    Spool spool = spool();
    CaseReader reader =
        new CaseReader(Policy.standard().forceDays(), runDate.toEpochDay(), officer -> Map.of());
    List<OfficerCase> cases = new ArrayList<>();
    for (int i = 0; i < spool.fileCount(); i++) {
      cases.addAll(reader.load(spool.file(i)));
    }
    return new Result(spool, cases);
  }

  /** What reading a feed gave. */
  record Result(Spool spool, List<OfficerCase> cases) {

    OfficerCase officer(String id) {
      return cases.stream()
          .filter(officer -> officer.officerId().equals(id))
          .findFirst()
          .orElseThrow();
    }

    List<RejectedRow> rejected() {
      return cases.stream().flatMap(officer -> officer.rejected().stream()).toList();
    }

    /**
     * The rejected rows as {@code file:line CODE officer date id}, with - for what is unknown, in
     * the order of the files.
     */
    List<String> rejections() {
      return rejected().stream()
          .map(
              row ->
                  String.join(
                      " ",
                      row.file() + ":" + row.line(),
                      row.code().name(),
                      dash(row.officerId()),
                      row.date() == None.NONE ? "-" : LocalDate.ofEpochDay(row.date()).toString(),
                      dash(row.entryId())))
          .sorted()
          .toList();
    }

    /** The problem of the only rejected row, empty where there is none. */
    String problem() {
      return rejected().stream()
          .map(row -> row.problem().inFull())
          .collect(Collectors.joining(" AND "));
    }

    private static String dash(String text) {
      return text.isEmpty() ? "-" : text;
    }
  }

  /**
   * A row of a file as its cells: those of a good row, with changes.
   *
   * @param header the file's columns, separated by commas
   * @param good as {@code column=cell column=cell}
   * @param changes the same; {@code column=} empties a cell
   */
  static String row(String header, String good, String changes) {
    Map<String, String> cells = new LinkedHashMap<>();
    Pattern.compile(",").splitAsStream(header).forEach(column -> cells.put(column, ""));
    for (String cell : Pattern.compile(" +").split((good + " " + changes).trim(), 0)) {
      String column = cell.substring(0, cell.indexOf('='));
      if (cells.put(column, cell.substring(column.length() + 1)) == null) {
        throw new IllegalArgumentException("There is no column " + column);
      }
    }
    return String.join(",", cells.values());
  }
}
