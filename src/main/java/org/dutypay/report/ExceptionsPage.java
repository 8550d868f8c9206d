package org.dutypay.report;

public final class ExceptionsPage {
  public static final String FILE_NAME = "exceptions.html";
  static final int MOST_ROWS = 5_000;

  private ExceptionsPage() {}
}
