package org.dutypay.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.reference.Policy;

/** Names and units of the officers file, asked in the byte order of the officers' ids. */
final class ShownOfficers implements Closeable {

  private static final int NAME = CsvFile.SHOWN.column("name");
  private static final int UNIT = CsvFile.SHOWN.column("org_unit");
  private static final int FROM = CsvFile.SHOWN.column("from");
  private static final int TO = CsvFile.SHOWN.column("to");

  private final ByOfficer rows;
  private final boolean withNames;

  private ShownOfficers(ByOfficer rows, boolean withNames) {
    this.rows = rows;
    this.withNames = withNames;
  }

  static ShownOfficers open(Path unpublished, Policy policy) throws IOException {
    return new ShownOfficers(
        ByOfficer.open(unpublished, CsvFile.SHOWN), policy.is(Policy.Key.REPORT_NAMES));
  }

  static void write(CsvBytes csv, String officerId, OfficerRecord record) {
    csv.text(officerId);
    csv.text(record.name());
    csv.text(record.unit());
    csv.date(record.from());
    OutcomePart.dateOrEmpty(csv, record.to(), Long.MAX_VALUE);
    csv.endRow();
  }

  ByOfficer rows() {
    return rows;
  }

  /** An officer; those before are passed over. */
  ShownOfficer of(String officerId) throws IOException {
    String name = "";
    List<ShownOfficer.Spell> spells = new ArrayList<>();
    while (rows.isAt(officerId)) {
      if (withNames) {
        name = rows.plain(NAME);
      }
      spells.add(
          new ShownOfficer.Spell(
              rows.plain(UNIT), day(FROM), rows.row().isEmpty(TO) ? Long.MAX_VALUE : day(TO)));
      rows.next();
    }
    return new ShownOfficer(officerId, name, spells);
  }

  private long day(int cell) {
    return LocalDate.parse(rows.row().text(cell)).toEpochDay();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
