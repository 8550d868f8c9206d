package org.dutypay.job;

import java.util.List;
import java.util.Optional;
import org.dutypay.report.Results;

/**
 * What a person wants to know of a night that is done.
 *
 * @param officers officers of the officers file
 * @param rows rows read of all input files
 * @param decisions what became of the rows of decisions.csv, in words; empty where it has none
 * @param missing officers of the last night's feed that are not in this one, by id
 * @param lastNight the run date of that night, as an epoch day; empty where there was none
 * @param warnings sentences that must not be overlooked
 */
public record NightReport(
    Results results,
    int officers,
    long rows,
    Optional<String> decisions,
    List<String> missing,
    Optional<Long> lastNight,
    List<String> warnings) {

  public NightReport {
    missing = List.copyOf(missing);
    warnings = List.copyOf(warnings);
  }
}
