package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.dutypay.pay.ArrearsRow;
import org.dutypay.pay.Element;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.Unit;

/** arrears.csv, proposal.csv and the statement, written and read back. */
public final class ArrearsFiles {

  public static final String PROPOSAL = "proposal.csv";
  public static final String PROPOSAL_HEADER =
      "proposal,line,officer_id,work_date,element,entitled,paid,difference,reason";

  private ArrearsFiles() {}

  /**
   * Merges the part files.
   *
   * @param merged the folder for what is not published
   */
  public static void merge(Path parts, Path merged, Path out) throws IOException {
    Files.createDirectories(merged);
    Assembly.write(parts, ArrearsPart.FILES, merged);
    String arrears = CsvFile.ARREARS.fileName();
    Files.move(merged.resolve(arrears), out.resolve(arrears), StandardCopyOption.REPLACE_EXISTING);
  }

  /** A row that differs, with the officer's unit of the force. */
  public record Detail(String unit, ArrearsRow row) {}

  /** Takes a row that differs. */
  public interface Taker {
    void take(Detail row) throws IOException;
  }

  /** Reads the rows that differ, in the order of arrears.csv. */
  public static void differences(Path merged, Taker taker) throws IOException {
    CsvFile file = CsvFile.ARREARS_DETAIL;
    try (CsvRows row = CsvRows.open(merged, file.fileName(), file.header())) {
      while (row.next()) {
        taker.take(
            new Detail(
                plain(row, 1),
                new ArrearsRow(
                    plain(row, 0),
                    LocalDate.parse(row.word(2)).toEpochDay(),
                    Element.valueOf(row.word(3)),
                    row.digits(4),
                    row.digits(5),
                    row.digits(7),
                    Unit.valueOf(row.word(8)),
                    Paragraph.cited(row.word(9)),
                    plain(row, 10),
                    plain(row, 11),
                    plain(row, 12))));
      }
    }
  }

  /** What the range comes to. */
  public record Sums(long officers, long entitledPence, long paidPence) {}

  /** Adds up what every officer was due and paid. */
  public static Sums sums(Path merged) throws IOException {
    CsvFile file = CsvFile.ARREARS_TALLY;
    long officers = 0;
    long entitled = 0;
    long paid = 0;
    String last = "";
    try (CsvRows row = CsvRows.open(merged, file.fileName(), file.header())) {
      while (row.next()) {
        String officer = row.text(0);
        if (!officer.equals(last)) {
          officers++;
          last = officer;
        }
        entitled += row.digits(3);
        paid += row.digits(4);
      }
    }
    return new Sums(officers, entitled, paid);
  }

  /** Work dates and elements that were paid, but of which the feed says too little. */
  public static long notCovered(Path merged) throws IOException {
    CsvFile file = CsvFile.NOT_COVERED;
    long entries = 0;
    try (CsvRows row = CsvRows.open(merged, file.fileName(), file.header())) {
      while (row.next()) {
        entries += row.digits(1);
      }
    }
    return entries;
  }

  /** Writes the lines that are proposed. */
  public static void writeProposal(Path out, String proposal, List<ArrearsRow> lines)
      throws IOException {
    CsvBytes csv = new CsvBytes();
    csv.word(PROPOSAL_HEADER);
    csv.endRow();
    long number = 0;
    for (ArrearsRow line : lines) {
      csv.word(proposal);
      csv.number(++number);
      csv.text(line.officerId());
      csv.date(line.workDate());
      csv.word(line.element().name());
      csv.hundredths(line.entitledPence());
      csv.hundredths(line.paidPence());
      csv.hundredths(line.differencePence());
      csv.text(line.reason());
      csv.endRow();
    }
    try (var file = Files.newOutputStream(out.resolve(PROPOSAL))) {
      file.write(csv.array(), 0, csv.length());
    }
  }

  /** The files as they were written. */
  public static List<OutputFile> outputs(Path out) throws IOException {
    List<OutputFile> files = new ArrayList<>();
    int difference = CsvFile.ARREARS.column("difference");
    long[] pence = {0};
    files.add(
        Results.read(
            out,
            CsvFile.ARREARS,
            row -> pence[0] += row.digits(difference),
            () -> OptionalLong.of(pence[0])));
    if (Files.exists(out.resolve(PROPOSAL))) {
      long[] proposed = {0};
      files.add(
          Results.read(
              out,
              PROPOSAL,
              PROPOSAL_HEADER,
              row -> proposed[0] += row.digits(7),
              () -> OptionalLong.of(proposed[0])));
    }
    Results.addIfThere(out, ArrearsStatement.FILE_NAME, files.getFirst().rows(), files);
    return files;
  }

  /** What became of the input rows, from the merged account. */
  public static Map<String, RowCounts> account(Path merged) throws IOException {
    return RowCounts.read(merged, CsvFile.ROWS);
  }

  private static String plain(CsvRows row, int cell) {
    return CsvBytes.withoutApostrophe(row.text(cell));
  }
}
