package org.dutypay.feed;

import java.nio.charset.StandardCharsets;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.None;
import org.dutypay.duty.Problem;
import org.dutypay.duty.RejectedRow;
import org.dutypay.pay.ExceptionCode;

/**
 * Rows of one file that cannot be read, on their way into the spool and out of it. What can be read
 * of them is kept.
 */
final class RejectedRows {

  private static final byte[] NO_ID = {};
  private final FeedFile file;
  private final ForceDays forceDays;
  private final int fileCount;
  private final int officerColumn;
  private final int idColumn;
  private final int dateColumn;

  RejectedRows(FeedFile file, Columns columns, ForceDays forceDays, int fileCount) {
    this.file = file;
    this.forceDays = forceDays;
    this.fileCount = fileCount;
    officerColumn = columns.names().indexOf("officer_id");
    idColumn = columns.names().indexOf(file.idColumn());
    dateColumn = columns.names().indexOf(file.dateColumn());
  }

  /** Makes a record of a bad row and gives the number of the spool file it belongs in. */
  int write(Row row, SpoolRecord record) {
    String cells = row.cellsText();
    int spoolFile;
    if (officerColumn >= 0 && row.isOfficerId(officerColumn)) {
      int from = row.start(officerColumn);
      int to = row.end(officerColumn);
      record.begin(SpoolRecord.REJECTED, row.line(), row.bytes(), from, to);
      spoolFile = Spool.fileOf(row.bytes(), from, to, fileCount);
    } else {
      // Equal rows meet in one file, and a feed of nothing but such rows is still spread over all.
      record.begin(SpoolRecord.REJECTED, row.line(), NO_ID, 0, 0);
      byte[] spread = cells.getBytes(StandardCharsets.UTF_8);
      spoolFile = Spool.fileOf(spread, 0, spread.length, fileCount);
    }
    boolean hasId = idColumn >= 0 && row.isId(idColumn);
    record.putByte(file.number());
    record.putInt(date(row));
    record.putText(hasId ? row.textIn(idColumn) : "");
    record.putText(row.firstColumn());
    record.putText(row.problems().marked());
    record.putText(cells);
    return spoolFile;
  }

  private int date(Row row) {
    if (dateColumn < 0) {
      return Row.NOT_GIVEN;
    }
    if (file != FeedFile.TIMESHEETS) {
      return row.dateIn(dateColumn);
    }
    int start = row.momentIn(dateColumn);
    return start == Row.NOT_GIVEN ? Row.NOT_GIVEN : (int) forceDays.of(start);
  }

  /** A rejected row; without an id of its own its sub-key is empty until its equals are known. */
  static RejectedRow rejectedRow(int line, String officerId, SpoolBytes spooled) {
    FeedFile file = FeedFile.numbered(spooled.getByte());
    int date = spooled.getInt();
    String entryId = spooled.getText();
    String column = spooled.getText();
    return new RejectedRow(
        file.fileName(),
        line,
        ExceptionCode.BAD_ROW,
        officerId,
        date == Row.NOT_GIVEN ? None.NONE : date,
        entryId,
        entryId.isEmpty() ? "" : column,
        new Problem(spooled.getText()),
        spooled.getText());
  }
}
