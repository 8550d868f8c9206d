package org.dutypay.feed;

import java.io.IOException;
import org.dutypay.duty.ForceDays;

/**
 * Takes the rows of one file: checks each and writes it to the spool file of its officer, as
 * accepted or as rejected.
 */
final class FileRows {

  private static final byte[] NO_ID = {};
  private static final int ABSENT = -1;

  private final FeedFile file;
  private final RowReader reader;
  private final int fileCount;
  private final SpoolWriter officers;
  private final SpoolWriter reference;
  private final RepeatedIds ids;
  private final RejectedRows rejected;
  private final int officerColumn;
  private final int idColumn;
  private final SpoolRecord record = new SpoolRecord();

  /**
   * Prepares for the rows of a file.
   *
   * @param fileCount files of the spool
   * @param officers those files
   * @param reference where rows go that are no officer's
   * @param ids the ids seen, where the file has any
   */
  FileRows(
      FeedFile file,
      ForceDays forceDays,
      int fileCount,
      SpoolWriter officers,
      SpoolWriter reference,
      RepeatedIds ids) {
    this.file = file;
    this.reader = file.reader();
    this.fileCount = fileCount;
    this.officers = officers;
    this.reference = reference;
    this.ids = ids;
    rejected = new RejectedRows(file, reader.columns(), forceDays, fileCount);
    officerColumn = reader.columns().names().indexOf("officer_id");
    idColumn = reader.columns().names().indexOf(file.idColumn());
  }

  /** Takes the row that has just begun. */
  void take(Row row) throws IOException {
    if (!row.isBad()) {
      boolean ofOfficer = officerColumn != ABSENT && row.isOfficerId(officerColumn);
      int from = ofOfficer ? row.start(officerColumn) : 0;
      int to = ofOfficer ? row.end(officerColumn) : 0;
      record.begin(file.number(), row.line(), ofOfficer ? row.bytes() : NO_ID, from, to);
      reader.read(row, record);
    }
    if (row.isBad()) {
      int spoolFile = rejected.write(row, record);
      officers.write(spoolFile, record.finished(), record.length());
    } else if (officerColumn == ABSENT) {
      reference.write(0, record.finished(), record.length());
    } else {
      int spoolFile =
          Spool.fileOf(row.bytes(), row.start(officerColumn), row.end(officerColumn), fileCount);
      officers.write(spoolFile, record.finished(), record.length());
      if (idColumn != ABSENT) {
        ids.add(row.bytes(), row.start(idColumn), row.end(idColumn), row.line(), spoolFile);
      }
    }
  }

  /** Adds notes of the rows whose ids have occurred before. */
  void finish() throws IOException {
    ids.find(
        (line, spoolFile) -> {
          record.begin(SpoolRecord.REPEATED_ID, line, NO_ID, 0, 0);
          record.putByte(file.number());
          officers.write(spoolFile, record.finished(), record.length());
        });
  }
}
