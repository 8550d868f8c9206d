package org.dutypay.report;

import java.util.List;
import java.util.Optional;
import org.dutypay.reference.PayScales;
import org.dutypay.reference.Policy;

/**
 * What a comparison has on its side B, and where that differs from A.
 *
 * @param policyFile the name of B's policy file, empty where the standard policy holds
 * @param rates B's own rates, empty where those of A hold
 * @param rateDifferences the rates that are others under B, by scale, point and day
 */
public record SideB(
    String policyFile,
    Policy policy,
    Optional<InputCount> rates,
    List<PayScales.RateDifference> rateDifferences) {

  public SideB {
    rateDifferences = List.copyOf(rateDifferences);
  }
}
