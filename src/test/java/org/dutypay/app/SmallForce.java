package org.dutypay.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The feed of a few officers, over May 2024 where nothing else is said: early turns from Monday to
 * Friday, rest days at weekends, and what a test adds.
 */
final class SmallForce {

  private final Path folder;
  private final LocalDate first;
  private final LocalDate last;
  private final List<String> officers = new ArrayList<>();
  private final List<String> roster = new ArrayList<>();
  private final List<String> timesheets = new ArrayList<>();
  private final List<String> decisions = new ArrayList<>();
  private final List<String> secondments = new ArrayList<>();
  private final List<String> rates = new ArrayList<>();
  private final List<String> paid = new ArrayList<>();
  private final List<String> claims = new ArrayList<>();
  private final List<String> acting = new ArrayList<>();

  SmallForce(Path folder) {
    this(folder, "2024-04-29", "2024-06-02");
  }

  /** A feed whose rosters go from one day to another. */
  SmallForce(Path folder, String first, String last) {
    this.folder = folder;
    this.first = LocalDate.parse(first);
    this.last = LocalDate.parse(last);
  }

  /** A constable at £46,044 a year from September 2023. */
  SmallForce constable(String id) {
    officers.add(id + ",2012-09-03,,CONSTABLE,CONSTABLE_2013,7");
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
      roster.add(id + "," + day + (weekend ? ",REST_DAY,," : ",DUTY,07:00,15:00"));
    }
    return this;
  }

  /** The officer's last day; the rows after it stay. */
  SmallForce leaving(String id, String day) {
    officers.replaceAll(
        row -> row.startsWith(id + ",") ? row.replaceFirst(",,", "," + day + ",") : row);
    return this;
  }

  SmallForce withoutRosterDay(String id, String day) {
    roster.removeIf(row -> row.startsWith(id + "," + day + ","));
    return this;
  }

  SmallForce duty(String entryId, String officer, String start, String end) {
    timesheets.add(String.join(",", entryId, officer, start, end, "", "", ""));
    return this;
  }

  /** A duty for which the officer takes time off. */
  SmallForce toil(String entryId, String officer, String start, String end) {
    timesheets.add(String.join(",", entryId, officer, start, end, "", "", "TOIL"));
    return this;
  }

  /** A duty of which the officer was told at some time. */
  SmallForce told(String entryId, String officer, String start, String end, String informedAt) {
    timesheets.add(String.join(",", entryId, officer, start, end, informedAt, "", ""));
    return this;
  }

  /**
   * A Saturday worked by somebody who was stood down more than a week before: its pay is held, and
   * can be released.
   */
  SmallForce stoodDown(String entryId, String officer, String day) {
    return stoodDownUntil(entryId, officer, day, "15:00");
  }

  SmallForce stoodDownUntil(String entryId, String officer, String day, String end) {
    timesheets.add(
        String.join(
            ",",
            entryId,
            officer,
            day + "T07:00",
            day + "T" + end,
            "2024-04-30T10:00",
            "2024-05-01T10:00",
            ""));
    return this;
  }

  /** The roster says something else of a day, such as {@code ANNUAL_LEAVE,,}. */
  SmallForce rostered(String id, String day, String typeAndTimes) {
    roster.replaceAll(
        row -> row.startsWith(id + "," + day + ",") ? id + "," + day + "," + typeAndTimes : row);
    return this;
  }

  /** One more row of roster.csv. */
  SmallForce rosterRow(String row) {
    roster.add(row);
    return this;
  }

  /** A row of pay-scales.csv. */
  SmallForce rate(String row) {
    rates.add(row);
    return this;
  }

  /** A row of paid-history.csv: officer, work date, element, hours, amount, paid on. */
  SmallForce paid(String row) {
    paid.add(row);
    return this;
  }

  /** A row of claims.csv: id, officer, day, type, quantity, amount, receipt. */
  SmallForce claim(String row) {
    claims.add(row);
    return this;
  }

  /** A row of acting.csv: officer, day, rank, basis, whole tour, claimed on. */
  SmallForce acting(String row) {
    acting.add(row);
    return this;
  }

  SmallForce withoutTimesheet(String entryId) {
    timesheets.removeIf(row -> row.startsWith(entryId + ","));
    return this;
  }

  SmallForce withoutOfficer(String id) {
    for (List<String> rows : List.of(officers, roster)) {
      rows.removeIf(row -> row.startsWith(id + ","));
    }
    timesheets.removeIf(row -> row.contains("," + id + ","));
    return this;
  }

  /** A row of decisions.csv: exception id, facts, decision, decided by, decided at. */
  SmallForce decision(
      String id, String facts, String decision, String decidedBy, String decidedAt) {
    decisions.add(String.join(",", id, facts, decision, decidedBy, decidedAt, "for a reason"));
    return this;
  }

  /** A row of secondments.csv: officer, host, first and last day, agreement, per cent. */
  SmallForce seconded(
      String officer, String host, String from, String to, String agreement, String percent) {
    secondments.add(
        String.join(
            ",", officer, '"' + host.replace("\"", "\"\"") + '"', from, to, agreement, percent));
    return this;
  }

  /** The roster and the timesheets begin later. */
  SmallForce withRosterFrom(String day) {
    roster.removeIf(row -> row.split(",", -1)[1].compareTo(day) < 0);
    timesheets.removeIf(row -> row.split(",", -1)[2].compareTo(day) < 0);
    return this;
  }

  SmallForce withoutDecisions() {
    decisions.clear();
    return this;
  }

  /** Writes the files anew. */
  Path written() {
    try {
      Files.createDirectories(folder);
      write(
          "officers.csv",
          "officer_id,effective_from,effective_to,rank,pay_scale,pay_point",
          officers);
      write("roster.csv", "officer_id,date,day_type,start,end", roster);
      write(
          "timesheets.csv",
          "entry_id,officer_id,start,end,informed_at,stood_down_at,compensation",
          timesheets);
      if (!rates.isEmpty()) {
        write("pay-scales.csv", "pay_scale,pay_point,effective_from,annual,known_from", rates);
      }
      if (!secondments.isEmpty()) {
        write(
            "secondments.csv",
            "officer_id,host,from,to,agreement_reference,recharge_percent",
            secondments);
      }
      if (!paid.isEmpty()) {
        write("paid-history.csv", "officer_id,work_date,element,hours,amount,paid_on", paid);
      }
      if (!claims.isEmpty()) {
        write("claims.csv", "claim_id,officer_id,date,type,quantity,amount,receipt", claims);
      }
      if (!acting.isEmpty()) {
        write("acting.csv", "officer_id,date,acting_rank,basis,whole_tour,claimed_on", acting);
      }
      if (decisions.isEmpty()) {
        Files.deleteIfExists(folder.resolve("decisions.csv"));
      } else {
        write(
            "decisions.csv", "exception_id,facts,decision,decided_by,decided_at,reason", decisions);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String file, String header, List<String> rows) throws IOException {
    Files.writeString(folder.resolve(file), header + "\n" + String.join("\n", rows) + "\n");
  }
}
