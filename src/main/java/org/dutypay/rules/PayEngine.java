package org.dutypay.rules;

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
    throw new UnsupportedOperationException("being written: " + run.runDate() + officer.officerId());
  }
}
