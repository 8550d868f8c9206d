package org.dutypay.reference;

import java.nio.file.Path;
import java.util.StringJoiner;

/** docs/policy.md, made from the policy keys as the code has them. */
final class PolicyDocument {

  static final Path FILE = Path.of("docs/policy.md");

  static final String COMMAND = "./mvnw -q test -Dtest=PolicyDocumentTest -Ddutypay.rewrite=true";

  private PolicyDocument() {}

  static String markdown() {
    StringJoiner text = new StringJoiner("\n", "", "\n");
    text.add("# A force's own choices, key by key");
    text.add("");
    text.add(
        "Made from the code: do not edit it here. `%s` writes it anew from `Policy`, and a test"
                .formatted(COMMAND)
            + " holds it to that.");
    text.add("");
    text.add(
        "Each key answers a question that the sources leave open or that forces answer"
            + " differently. Under each stand what it decides, what the sources say and where they"
            + " are silent, and who in a force should choose. How a policy file is written stands"
            + " in the [README](../README.md#a-forces-own-choices); what follows from another"
            + " choice, in pounds and officer by officer, is shown by `jobs/compare-policy` before"
            + " anybody makes it.");
    text.add("");
    text.add(
        "G = the Police Federation's Quick Reference Guide, December 2023; A = Kent Police, acting"
            + " and temporary ranks; S = Kent Police, secondment out of force; C = the contract for"
            + " files. *Published* is what forces or branches of the Federation have put on their"
            + " pages.");
    text.add("");
    text.add("| key | default | who should choose |");
    text.add("|---|---|---|");
    for (Policy.Key key : Policy.Key.values()) {
      text.add(
          "| [`%s`](#%s) | `%s` | %s |"
              .formatted(key.text(), key.text(), key.standard(), key.decider().words()));
    }
    for (Policy.Key key : Policy.Key.values()) {
      add(key, text);
    }
    return text.toString();
  }

  private static void add(Policy.Key key, StringJoiner text) {
    text.add("");
    text.add("## " + key.text());
    text.add("");
    text.add("- **Decides:** " + key.decides() + " (section " + key.section() + ")");
    text.add("- **Takes:** " + key.takes() + "; default `" + key.standard() + "`");
    text.add("- **Evidence:** " + key.evidence());
    text.add("- **Who should choose:** " + key.decider().words());
  }
}
