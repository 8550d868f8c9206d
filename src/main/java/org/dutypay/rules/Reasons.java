package org.dutypay.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dutypay.duty.Days;
import org.dutypay.duty.None;
import org.dutypay.duty.Part;
import org.dutypay.duty.Timeline;
import org.dutypay.pay.Paragraph;

/**
 * Hears what decided an assessment while it is made: the rules that were asked, whether they
 * applied, and why not. In a night nobody listens: then a rule's telling is one question, and no
 * sentence is made.
 */
final class Reasons {

  /** Where nobody listens; shared by all officers. */
  static final Reasons UNHEARD = new Reasons(false);

  private final boolean listens;
  private final List<Reason> told = new ArrayList<>();
  private final List<Count> counts = new ArrayList<>();
  private Optional<Laid> laid = Optional.empty();
  private long at = None.NONE;

  /** An officer's roster as it was treated and duties as they were cut. */
  record Laid(Days days, Timeline timeline) {}

  private Reasons(boolean listens) {
    this.listens = listens;
  }

  /** One listener for one assessment. */
  static Reasons heard() {
    return new Reasons(true);
  }

  /** Whether anybody listens: what is told at some cost is told only then. */
  boolean listens() {
    return listens;
  }

  /** What is told from now on without a part is about this one. */
  void about(Part part) {
    if (listens) {
      at = part.start();
    }
  }

  /** What is told from now on without a part is about its day as a whole. */
  void aboutTheDay() {
    if (listens) {
      at = None.NONE;
    }
  }

  void laid(Days days, Timeline timeline) {
    if (listens) {
      laid = Optional.of(new Laid(days, timeline));
    }
  }

  /**
   * Whether a rule applies, as the condition says; where it does not, the reason is told. That it
   * does is told by the line, balance or exception that it gives.
   */
  boolean applies(boolean condition, Part part, Paragraph rule, String whyNot) {
    if (listens && !condition) {
      tell(part.day().date(), part.start(), rule, false, whyNot);
    }
    return condition;
  }

  /** As {@link #applies(boolean, Part, Paragraph, String)}, with a sentence to be made. */
  boolean applies(boolean condition, Part part, Paragraph rule, Supplier<String> whyNot) {
    if (listens && !condition) {
      tell(part.day().date(), part.start(), rule, false, whyNot.get());
    }
    return condition;
  }

  void refused(Part part, Paragraph rule, String why) {
    if (listens) {
      tell(part.day().date(), part.start(), rule, false, why);
    }
  }

  void refused(Part part, Paragraph rule, Supplier<String> why) {
    if (listens) {
      tell(part.day().date(), part.start(), rule, false, why.get());
    }
  }

  /** A rule that applied without giving a line, balance or exception of its own. */
  void applied(Part part, Paragraph rule, Supplier<String> fact) {
    if (listens) {
      tell(part.day().date(), part.start(), rule, true, fact.get());
    }
  }

  /** About the part at hand, or the day as a whole: told for every day, so ask first. */
  void refused(long date, Paragraph rule, String why) {
    if (listens) {
      tell(date, at, rule, false, why);
    }
  }

  /** About the part at hand, or the day as a whole: told for every day, so ask first. */
  void applied(long date, Paragraph rule, String fact) {
    if (listens) {
      tell(date, at, rule, true, fact);
    }
  }

  /** A counter has been moved on. */
  void counted(Supplier<Count> step) {
    if (listens) {
      counts.add(step.get());
    }
  }

  /** What a rule says twice about one part, of each share of it, is kept once. */
  private void tell(long date, long about, Paragraph rule, boolean applied, String fact) {
    Reason reason = new Reason(date, about, rule, applied, fact);
    if (!told.contains(reason)) {
      told.add(reason);
    }
  }

  /** Everything told, in the order of telling. */
  List<Reason> told() {
    return told;
  }

  /** Every step of every counter, in the order of counting. */
  List<Count> counts() {
    return counts;
  }

  /** Empty where nobody listened, or there was nothing to lay out. */
  Optional<Laid> laid() {
    return laid;
  }
}
