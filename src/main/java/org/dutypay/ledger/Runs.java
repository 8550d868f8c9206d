package org.dutypay.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The runs that a database has seen, so that a killed one resumes, a finished one runs again and a
 * night knows the last.
 */
public final class Runs {

  /** How long the ids of a feed's officers are kept. */
  private static final int DAYS_WITH_OFFICERS = 40;

  /** How a run ended, if it did. */
  public enum Status {
    STARTED,
    FINISHED,
    /** Done, but the control totals did not reconcile. */
    UNRECONCILED,
    /** Left behind by a kill, and its inputs or work folder are no longer what they were. */
    DISCARDED
  }

  /**
   * One run.
   *
   * @param key SHA-256 of all that makes it this run
   * @param attempt 1, 2, … for the same key
   * @param id what the manifest shows
   * @param runDate epoch day
   * @param from first force day reported, an epoch day
   * @param to last force day reported
   */
  public record Run(
      String key,
      int attempt,
      String id,
      String job,
      String feedFolder,
      String outFolder,
      long runDate,
      long from,
      long to) {}

  /**
   * The last night before this one.
   *
   * @param rows rows read by file
   * @param officers ids in byte order; empty where they are no longer kept
   */
  public record LastNight(long runDate, Map<String, Long> rows, List<String> officers) {}

  private final JdbcTemplate jdbc;

  public Runs(DataSource database) {
    jdbc = new JdbcTemplate(database);
  }

  /** The run into a folder that was started and has not ended. */
  public Optional<Run> unfinished(String outFolder) {
    return jdbc
        .query(
            "select * from run where status = 'STARTED' and out_folder = ? order by started_at"
                + " desc, attempt desc",
            (row, number) -> run(row),
            outFolder)
        .stream()
        .findFirst();
  }

  /** Gives up the runs into a folder that have not ended. */
  public void discard(String outFolder, LocalDateTime now) {
    jdbc.update(
        "update run set status = 'DISCARDED', ended_at = ? where status = 'STARTED' and out_folder"
            + " = ?",
        now,
        outFolder);
  }

  /** 1 + the runs of a key that have ended. */
  public int nextAttempt(String key) {
    Integer ended =
        jdbc.queryForObject(
            "select count(*) from run where run_key = ? and status <> 'STARTED'",
            Integer.class,
            key);
    return 1 + (ended == null ? 0 : ended);
  }

  public void start(Run run, LocalDateTime now) {
    jdbc.update(
        "insert into run (run_key, attempt, run_id, job, feed_folder, out_folder, run_date,"
            + " from_date, to_date, status, inputs, outputs, started_at) values (?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, 'STARTED', '', '', ?)",
        run.key(),
        run.attempt(),
        run.id(),
        run.job(),
        run.feedFolder(),
        run.outFolder(),
        LocalDate.ofEpochDay(run.runDate()),
        LocalDate.ofEpochDay(run.from()),
        LocalDate.ofEpochDay(run.to()),
        now);
  }

  /**
   * Notes what was read and written, and who was in the feed.
   *
   * @param inputs one line a file: name, SHA-256, rows
   * @param outputs one line a file: name, SHA-256
   * @param officers ids in byte order
   */
  public void remember(Run run, String inputs, String outputs, List<String> officers) {
    jdbc.update(
        "update run set inputs = ?, outputs = ?, officers = ? where run_key = ? and attempt = ?",
        inputs,
        outputs,
        deflate(officers),
        run.key(),
        run.attempt());
    jdbc.update(
        "update run set officers = null where officers is not null and run_date < ?",
        LocalDate.ofEpochDay(run.runDate() - DAYS_WITH_OFFICERS));
  }

  /** Ends a run. */
  public void end(Run run, Status status, LocalDateTime now) {
    jdbc.update(
        "update run set status = ?, ended_at = ? where run_key = ? and attempt = ?",
        status.name(),
        now,
        run.key(),
        run.attempt());
  }

  /**
   * The last finished night before a run's date: of the same feed folder where there is one, else
   * of any.
   */
  public Optional<LastNight> before(Run run) {
    return jdbc
        .query(
            "select run_date, inputs, officers from run where status = 'FINISHED' and job = ? and"
                + " run_date < ? order by case when feed_folder = ? then 0 else 1 end, run_date"
                + " desc, started_at desc fetch first 1 row only",
            (row, number) ->
                new LastNight(
                    row.getObject("run_date", LocalDate.class).toEpochDay(),
                    rows(row.getString("inputs")),
                    inflate(row.getBytes("officers"))),
            run.job(),
            LocalDate.ofEpochDay(run.runDate()),
            run.feedFolder())
        .stream()
        .findFirst();
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(
        row.getString("run_key"),
        row.getInt("attempt"),
        row.getString("run_id"),
        row.getString("job"),
        row.getString("feed_folder"),
        row.getString("out_folder"),
        row.getObject("run_date", LocalDate.class).toEpochDay(),
        row.getObject("from_date", LocalDate.class).toEpochDay(),
        row.getObject("to_date", LocalDate.class).toEpochDay());
  }

  private static Map<String, Long> rows(String inputs) {
    Map<String, Long> rows = new TreeMap<>();
    inputs
        .lines()
        .map(line -> line.split(" "))
        .forEach(cells -> rows.put(cells[0], Long.valueOf(cells[2])));
    return rows;
  }

  private static byte[] deflate(List<String> officers) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(String.join("\n", officers).getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<String> inflate(byte[] officers) {
    if (officers == null) {
      return List.of();
    }
    try (InflaterInputStream inflater =
        new InflaterInputStream(new ByteArrayInputStream(officers))) {
      return new String(inflater.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
