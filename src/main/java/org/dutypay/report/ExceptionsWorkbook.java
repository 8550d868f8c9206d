package org.dutypay.report;

public final class ExceptionsWorkbook {
  public static final String FILE_NAME = "exceptions.xlsx";
  static final int MOST_ROWS = 1_048_575;

  private ExceptionsWorkbook() {}
}
