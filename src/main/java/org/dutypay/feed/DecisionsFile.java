package org.dutypay.feed;

import java.util.OptionalLong;
import org.dutypay.pay.Decision;

/** decisions.csv: what people decided about exceptions of earlier runs. */
final class DecisionsFile implements RowReader {

  private static final Columns COLUMNS = new Columns();
  private static final Column EXCEPTION_ID = COLUMNS.required("exception_id");
  private static final Column FACTS = COLUMNS.optional("facts");
  private static final Column DECISION = COLUMNS.required("decision");
  private static final Column DECIDED_BY = COLUMNS.required("decided_by");
  private static final Column DECIDED_AT = COLUMNS.required("decided_at");
  private static final Column REASON = COLUMNS.optional("reason");

  private static final Words<Decision.Verdict> VERDICTS = Words.of(Decision.Verdict.class);

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public void read(Row row, SpoolRecord record) {
    record.putLong(row.hex(EXCEPTION_ID));
    record.putByte(row.isGiven(FACTS) ? 1 : 0);
    record.putLong(row.isGiven(FACTS) ? row.hex(FACTS) : 0);
    record.putByte(row.word(DECISION, VERDICTS));
    row.requiredText(DECIDED_BY);
    record.putText(row, DECIDED_BY);
    record.putInt(row.moment(DECIDED_AT));
    row.text(REASON);
    record.putText(row, REASON);
  }

  static DecisionRow decision(int line, SpoolBytes spooled) {
    long exceptionId = spooled.getLong();
    boolean factsGiven = spooled.getByte() == 1;
    long facts = spooled.getLong();
    return new DecisionRow(
        line,
        exceptionId,
        factsGiven ? OptionalLong.of(facts) : OptionalLong.empty(),
        VERDICTS.at(spooled.getByte()),
        spooled.getText(),
        spooled.getInt(),
        spooled.getText());
  }
}
