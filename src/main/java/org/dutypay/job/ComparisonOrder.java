package org.dutypay.job;

import java.util.Optional;
import org.dutypay.feed.RatesFile;
import org.dutypay.reference.Policy;

/**
 * What a comparison has under B instead of what its order says, which is A.
 *
 * @param policyFile its name, empty where the standard policy holds
 * @param policy B's, or that of A where B has none of its own
 * @param rates B's own rates, empty where those of A hold
 */
public record ComparisonOrder(String policyFile, Policy policy, Optional<RatesFile> rates) {

  /** What tells two comparisons of the same A apart. */
  public String identity() {
    return "\n"
        + policyFile
        + "\n"
        + policy.text()
        + rates.map(file -> file.name() + "\n" + file.sha256()).orElse("");
  }
}
