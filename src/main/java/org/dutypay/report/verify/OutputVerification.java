package org.dutypay.report.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checks a finished job's files, as somebody would who has only them and the contract. Amounts are
 * added up, not reckoned anew. What is kept in memory is a few bytes for each row.
 */
public final class OutputVerification {

  public static final String MANIFEST = "manifest.json";

  private OutputVerification() {}

  /**
   * Checks a folder of output files and prints a line for each check.
   *
   * @param out the folder, with its manifest.json
   * @param feed the folder of the input files, to compare them too
   * @return whether every check holds
   */
  public static boolean verify(Path out, Optional<Path> feed, PrintWriter report)
      throws IOException {
    Findings findings = new Findings(report);
    Optional<ManifestFile> manifest = manifest(out, findings);
    if (manifest.isPresent()) {
      FileCheck files = new FileCheck(out, manifest.get());
      boolean areInOrder = files.check(findings);
      if (areInOrder) {
        if (manifest.get().isOfANight()) {
          ReportedSums.check(out, files.exceptions(), files.heldPence(), findings);
          new AccountCheck(out, manifest.get()).check(findings);
          OutcomeCheck.check(out, findings);
        }
        if (feed.isPresent()) {
          new FeedCheck(out, feed.get(), manifest.get()).check(findings);
        }
      } else {
        report.println(
            "      The files were not compared with one another, since not all can be read.");
      }
    }
    return findings.conclude();
  }

  private static Optional<ManifestFile> manifest(Path out, Findings findings) {
    try {
      ManifestFile manifest = new ManifestFile(Json.read(out.resolve(MANIFEST)));
      manifest.check(findings);
      return Optional.of(manifest);
    } catch (IOException e) {
      Findings.Check check = findings.check(MANIFEST);
      check.fail(String.valueOf(e.getMessage()));
      check.end("");
      return Optional.empty();
    }
  }
}
