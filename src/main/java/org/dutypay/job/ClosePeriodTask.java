package org.dutypay.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dutypay.duty.OfficerCase;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Ledger;
import org.dutypay.report.CsvFile;
import org.dutypay.report.HeldMatters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * The job that makes a period's pay final: it writes what a night would, and puts every line into
 * the ledger in the same transaction in which the night is remembered.
 */
public final class ClosePeriodTask implements FeedTask<OutcomeWriter.Assessed> {

  public static final String JOB = "close-period";

  private static final Logger LOG = LoggerFactory.getLogger(ClosePeriodTask.class);

  private static final String NOTHING =
      "the feed begins on %s and says nothing of %s. It would be the ledger's first month, and none"
          + " before it could be closed, nor one after it without those between: check --period and"
          + " --feed";

  private static final String UNDER_WAY =
      "%s had not ended on the run date %s: %s later runs as arrears.";

  /** A first month that says nothing, by mistake. */
  static final class NothingToClose extends RuntimeException {
    NothingToClose(String message) {
      super(message);
    }
  }

  private final Workplace workplace;
  private final WorkFolder work;
  private final NightlyPayTask night;

  public ClosePeriodTask(Workplace workplace, RetroChoice choice, Reports reports) {
    this.workplace = workplace;
    work = workplace.work();
    night = new NightlyPayTask(workplace, choice, reports, true);
  }

  @Override
  public OutcomeWriter.Assessed assess(OfficerCase officer) {
    return night.assess(officer);
  }

  @Override
  public Function<OfficerCase, OutcomeWriter.Assessed> assessor() {
    return night.assessor();
  }

  @Override
  public ItemStreamWriter<OutcomeWriter.Assessed> writer(String partition) {
    return night.writer(partition);
  }

  @Override
  public void assemble() throws IOException {
    Optional<LocalDate> first = isFirstMonth() ? night.firstDayBeyond() : Optional.empty();
    if (first.isPresent()) {
      throw new NothingToClose(NOTHING.formatted(first.get(), workplace.manifestRun().payPeriod()));
    }
    night.assemble();
  }

  private boolean isFirstMonth() {
    return night.againstLedger().ledger().closings().stream()
        .noneMatch(closing -> closing.kind() == Ledger.Kind.PAYROLL);
  }

  @Override
  public String optionalFiles() {
    return night.optionalFiles();
  }

  @Override
  public List<String> reconcile() throws IOException {
    return night.reconcile();
  }

  @Override
  public void remember() throws IOException {
    night.remember();
    HeldMatters held = HeldMatters.of(work.files());
    new IntoLedger(workplace, night.againstLedger())
        .put(
            night.results().files(),
            held.count(),
            held.heldPence(),
            night.acceptedArrears().values().stream().flatMap(List::stream).toList(),
            night.paidWithTheirDays());
  }

  @Override
  public int officers() throws IOException {
    return night.officers();
  }

  @Override
  public List<String> summary() throws IOException {
    List<String> lines = new ArrayList<>(night.summary());
    Closing closing = IntoLedger.of(workplace, Ledger.Kind.PAYROLL);
    notEnded(closing, "duties of it that this run cannot know come out of")
        .ifPresent(
            warning -> {
              LOG.warn(warning);
              lines.add("WARNING: " + warning);
            });
    lines.addAll(inWords(closing, workplace.order().out()));
    return lines;
  }

  /**
   * What is said of a month that was closed before it was over; its last tour ends after it.
   *
   * @param rest what comes of the rest of it, before {@code later runs}
   */
  static Optional<String> notEnded(Closing closing, String rest) {
    return closing.runDate() > closing.to()
        ? Optional.empty()
        : Optional.of(UNDER_WAY.formatted(closing.payPeriod(), day(closing.runDate()), rest));
  }

  private static LocalDate day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }

  /** What a closing came to, and what it left unpaid. */
  static List<String> inWords(Closing closing, Path files) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "closed: %s is final, closing %d, %s of pay, %s, hash %s"
            .formatted(
                closing.payPeriod(),
                closing.number(),
                NightSummary.counted(closing.lines(), "line"),
                NightSummary.pounds(closing.amountPence()),
                closing.hash().substring(0, 16)));
    if (!Files.exists(files.resolve(CsvFile.EXCEPTIONS.fileName()))) {
      return lines;
    }
    HeldMatters held = HeldMatters.of(files);
    if (held.count() > 0) {
      lines.add(
          "closed without %s that nobody has decided, %s held; what is released or corrected later comes out as arrears:"
              .formatted(
                  NightSummary.counted(held.count(), "matter"),
                  NightSummary.pounds(held.heldPence())));
      for (HeldMatters.Held matter : held.first()) {
        lines.add(
            "  %s %-22s %s %s %s"
                .formatted(
                    matter.exceptionId(),
                    matter.code(),
                    matter.officerId(),
                    matter.date(),
                    matter.heldPence().isPresent()
                        ? NightSummary.pounds(matter.heldPence().getAsLong())
                        : "amount not known"));
      }
      if (held.count() > held.first().size()) {
        lines.add("  ... all of them are in exceptions.csv");
      }
    }
    return lines;
  }
}
