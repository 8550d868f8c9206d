package org.dutypay.feed;

/**
 * How one input file is read: its columns, the checks of its cells, and what of a row goes into the
 * spool.
 */
interface RowReader {

  Columns columns();

  /**
   * Reads the cells of a row into a record; every problem is noted on the row, and the record is
   * then forgotten.
   */
  void read(Row row, SpoolRecord record);
}
