package org.dutypay.job;

import java.nio.file.Path;
import java.util.List;
import org.dutypay.duty.OfficerCase;
import org.dutypay.feed.CaseReader;
import org.dutypay.feed.Spool;

/**
 * The officers' cases of a spool once more, as another reader has them. They are asked for in the
 * order of the spool, so that each is read once; for one thread.
 */
final class CasesAgain {

  private final Spool spool;
  private final CaseReader reader;
  private Path file = Path.of("");
  private List<OfficerCase> cases = List.of();
  private int next;

  CasesAgain(Spool spool, CaseReader reader) {
    this.spool = spool;
    this.reader = reader;
  }

  /** The same officer's case; rows without an officer stay as they are. */
  OfficerCase of(OfficerCase officer) {
    String id = officer.officerId();
    if (id.isEmpty()) {
      return officer;
    }
    Path holding = spool.fileOf(id);
    if (!holding.equals(file)) {
      cases = reader.load(holding);
      file = holding;
      next = 0;
    }
    for (int tried = 0; tried < cases.size(); tried++) {
      OfficerCase again = cases.get(next);
      next = (next + 1) % cases.size();
      if (again.officerId().equals(id)) {
        return again;
      }
    }
    throw new IllegalStateException(file + " does not hold the officer " + id);
  }
}
