package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What holds pay back in a folder's exceptions.csv and nobody has decided yet.
 *
 * @param count how many there are
 * @param heldPence the pounds of those whose amount is known, in pence
 * @param first the first of them, in the order of the file
 */
public record HeldMatters(long count, long heldPence, List<Held> first) {

  private static final Set<String> DECIDED = Set.of("RELEASED", "REFUSED");
  private static final int NAMED = 20;

  /**
   * One of them.
   *
   * @param heldPence empty where it is not known
   */
  public record Held(
      String exceptionId, String code, String officerId, String date, OptionalLong heldPence) {}

  /** Reads them from the exceptions.csv of a folder. */
  public static HeldMatters of(Path folder) throws IOException {
    CsvFile file = CsvFile.EXCEPTIONS;
    int status = file.column("status");
    int amount = file.column("held_amount");
    long count = 0;
    long pence = 0;
    List<Held> first = new ArrayList<>();
    try (CsvRows row = CsvRows.open(folder, file.fileName(), file.header())) {
      while (row.next()) {
        if (!row.word(file.column("severity")).equals("BLOCKING")
            || DECIDED.contains(row.word(status))) {
          continue;
        }
        count++;
        pence += row.digits(amount);
        if (first.size() < NAMED) {
          first.add(
              new Held(
                  row.text(0),
                  row.word(file.column("code")),
                  row.text(file.column("officer_id")),
                  row.text(file.column("date")),
                  row.isEmpty(amount)
                      ? OptionalLong.empty()
                      : OptionalLong.of(row.digits(amount))));
        }
      }
    }
    return new HeldMatters(count, pence, List.copyOf(first));
  }
}
