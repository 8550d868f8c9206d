package org.dutypay.app;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A command that has run: its exit code and what it said. */
record Ran(int code, String out, String err) {

  static Ran command(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Commands.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  /** A night over May 2024, with more options. */
  static Ran night(Path feed, Path out, String runDate, String... more) {
    return command(nightArguments(feed, out, runDate, more));
  }

  static String[] nightArguments(Path feed, Path out, String runDate, String... more) {
    List<String> arguments = new ArrayList<>(List.of("nightly-pay", "--feed", feed.toString()));
    arguments.addAll(
        List.of("--out", out.toString(), "--period", "2024-05", "--run-date", runDate));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /** The SHA-256 of every file of an output folder that may not differ from run to run, by name. */
  static Map<String, String> hashes(Path out) {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(path -> !path.endsWith("summary.json")).toList()) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        hashes.put(String.valueOf(file.getFileName()), HexFormat.of().formatHex(hash));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return hashes;
  }

  /** The rows of a CSV file, each by column. */
  static List<Map<String, String>> rows(Path file) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(file);
        CSVReaderHeaderAware csv = new CSVReaderHeaderAware(text)) {
      for (Map<String, String> row = csv.readMap(); row != null; row = csv.readMap()) {
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CsvValidationException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }
}
