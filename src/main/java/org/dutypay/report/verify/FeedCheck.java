package org.dutypay.report.verify;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/** Whether the output is about the very files of a feed: their hashes, and each row with its id. */
final class FeedCheck {

  private final Path out;
  private final Path feed;
  private final ManifestFile manifest;

  FeedCheck(Path out, Path feed, ManifestFile manifest) {
    this.out = out;
    this.feed = feed;
    this.manifest = manifest;
  }

  void check(Findings findings) throws IOException {
    for (Json input : manifest.inputs()) {
      String name = input.text("file");
      Findings.Check check = findings.check("feed " + name);
      Path file = feed.resolve(name);
      if (!Files.isRegularFile(file)) {
        check.fail("it is missing");
        check.end("");
        continue;
      }
      String sha256 = Sha256.of(file);
      check.expect(
          input.text("sha256").equals(sha256),
          "its SHA-256 is " + sha256 + ", not the manifest's " + input.text("sha256"));
      if (manifest.isOfANight() && ManifestFile.ACCOUNTED.contains(name)) {
        new InputRows(name, check).compare(file);
        check.end("hash, and each row with its id in rows.csv");
      } else {
        check.end("hash");
      }
    }
  }

  /** The rows of one input file as rows.csv names them. */
  private final class InputRows {

    private final String name;
    private final Findings.Check check;
    private final RFC4180Parser parser = new RFC4180ParserBuilder().build();
    private final BitSet lines = new BitSet();

    /** Hashes of the ids of rows that were used, by line; 0 where there is none to compare. */
    private long[] ids = {};

    InputRows(String name, Findings.Check check) {
      this.name = name;
      this.check = check;
    }

    /**
     * Every line that is not empty is a row of rows.csv or goes on with the quoted cell of one; and
     * the other way round.
     */
    void compare(Path file) throws IOException {
      long count = 0;
      try (InputLines input = new InputLines(file)) {
        while (input.next()) {
          count++;
        }
      }
      read(count);
      try (InputLines input = new InputLines(file)) {
        int idColumn = input.next() ? idColumn(input.text()) : -1;
        StringBuilder row = new StringBuilder();
        int rowLine = 0;
        boolean isOpen = false;
        while (input.next()) {
          int line = (int) input.line();
          if (lines.get(line) && !input.text().isEmpty()) {
            lines.clear(line);
            row.setLength(0);
            row.append(input.text());
            rowLine = line;
            isOpen = input.hasOddQuotes();
          } else if (isOpen) {
            row.append('\n').append(input.text());
            isOpen = !input.hasOddQuotes();
          } else {
            if (!input.text().isEmpty()) {
              check.fail(line, "rows.csv does not account for it");
            }
            continue;
          }
          if (!isOpen) {
            id(rowLine, row.toString(), idColumn);
          }
        }
      }
      lines.stream()
          .limit(100)
          .forEach(line -> check.fail(line, "rows.csv accounts for it, but no row starts there"));
    }

    private void read(long lineCount) throws IOException {
      ids = new long[(int) lineCount + 1];
      try (Table table = Table.open(out.resolve(Layout.ROWS.fileName()))) {
        while (table.next()) {
          Cells row = new Cells(Layout.ROWS, table, check);
          if (!row.text("file").equals(name)) {
            continue;
          }
          long line = Decimals.of(row.text("line"), 0).orElse(0);
          if (line < 2 || line > lineCount) {
            check.fail(
                "rows.csv line %d accounts for line '%s', which is not there"
                    .formatted(table.line(), row.text("line")));
            continue;
          }
          lines.set((int) line);
          if (!row.text("outcome").equals("REJECTED")) {
            ids[(int) line] = Hashes.of(row.text("entry_id"));
          }
        }
      } catch (Table.Unreadable e) {
        check.fail("rows.csv cannot be read: line " + e.line() + " " + e.getMessage());
      }
    }

    private int idColumn(String header) throws IOException {
      List<String> names = cells(header);
      return Math.max(names.indexOf("entry_id"), names.indexOf("claim_id"));
    }

    private void id(int line, String row, int idColumn) throws IOException {
      if (ids[line] == 0 || idColumn < 0) {
        return;
      }
      List<String> cells = cells(row);
      String id = idColumn < cells.size() ? cells.get(idColumn) : "";
      if (Hashes.of(id) != ids[line]) {
        check.fail(line, "its id is '" + id + "', but rows.csv says otherwise");
      }
    }

    private List<String> cells(String line) throws IOException {
      return List.of(line.indexOf('"') < 0 ? line.split(",", -1) : parser.parseLine(line));
    }
  }
}
