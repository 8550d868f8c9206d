package org.dutypay.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dutypay.report.RowCounts;

/** What a job beside the night says of rows that it could not use. */
final class RejectedWarning {

  private RejectedWarning() {}

  /**
   * One sentence where there are any.
   *
   * @param done what does not happen without them, such as {@code recharged}
   */
  static Optional<String> of(Map<String, RowCounts> rowsByFile, String done) {
    List<String> rejected = new ArrayList<>();
    rowsByFile.forEach(
        (file, rows) -> {
          if (rows.rejected() > 0) {
            rejected.add("%,d of %s".formatted(rows.rejected(), file));
          }
        });
    return rejected.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "rows that could not be used: %s. What depends on them is not %s; exceptions.csv of nightly-pay says why."
                .formatted(String.join(", ", rejected), done));
  }
}
