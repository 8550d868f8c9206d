package org.dutypay.rules;

import java.util.List;
import org.dutypay.duty.OfficerCase;
import org.dutypay.pay.Outcome;

/** One officer's case in, all that it gives out. */
public final class PayEngine {

  private final RunContext run;

  public PayEngine(RunContext run) {
    this.run = run;
  }

  /** What an officer's case gives, in the order of the files. */
  public Outcome assess(OfficerCase officer) {
    return run.from() > run.to()
        ? new Outcome("", List.of(), List.of(), List.of(), List.of())
        : new Outcome(officer.officerId(), List.of(), List.of(), List.of(), List.of());
  }
}
