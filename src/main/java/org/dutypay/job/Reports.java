package org.dutypay.job;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which pages and workbooks for people a run writes. The files of rows and the manifest are always
 * written.
 */
public enum Reports {
  NONE,
  HTML,
  XLSX,
  ALL;

  /** Every page and workbook that some run writes. */
  static final String FILES = "{exceptions,exceptions-*,payroll}.{html,xlsx}";

  /** The choice as the command line names it, such as {@code html}. */
  public static Optional<Reports> named(String name) {
    return Arrays.stream(values()).filter(choice -> choice.text().equals(name)).findFirst();
  }

  /** What tells a run from one that writes all; empty for that one. */
  public String identity() {
    return this == ALL ? "" : "\nreports " + text();
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean hasPages() {
    return this == HTML || this == ALL;
  }

  boolean hasWorkbooks() {
    return this == XLSX || this == ALL;
  }
}
