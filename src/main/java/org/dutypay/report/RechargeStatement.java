package org.dutypay.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.dutypay.pay.ByteOrder;

/**
 * The statement for one host: one page that finance can send and print. It needs no server and asks
 * for nothing outside itself; texts are escaped by the template.
 *
 * @param contentSecurityPolicy names the page's style by its hash, and nothing else
 * @param officers by id
 * @param elements by name
 * @param warning what is not in the statement and should be; empty where nothing is missing
 */
public record RechargeStatement(
    String contentSecurityPolicy,
    String styles,
    String host,
    String payPeriod,
    String from,
    String to,
    String runDate,
    String runId,
    List<Officer> officers,
    List<Element> elements,
    String amount,
    String recharged,
    String warning) {

  static final String PREFIX = "recharge-";
  static final String SUFFIX = ".html";
  private static final int LONGEST_NAME = 60;

  /** One secondment and what was charged under it. */
  public record Officer(
      String officerId,
      String from,
      String to,
      String basis,
      String agreement,
      String percent,
      List<Element> elements,
      String amount,
      String recharged) {

    public Officer {
      elements = List.copyOf(elements);
    }
  }

  /** What one element comes to. */
  public record Element(String name, String rows, String amount, String recharged) {}

  public RechargeStatement {
    officers = List.copyOf(officers);
    elements = List.copyOf(elements);
  }

  /** Writes a statement for each host. */
  static void writeAll(
      Map<String, List<RechargeFiles.Row>> byHost,
      List<RechargeFiles.Seconded> seconded,
      Path out,
      Manifest.Run run)
      throws IOException {
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, List<RechargeFiles.Row>> host : byHost.entrySet()) {
      List<RechargeFiles.Seconded> its =
          seconded.stream().filter(one -> one.host().equals(host.getKey())).toList();
      Path file = out.resolve(Page.fileName(PREFIX, host.getKey(), "host", LONGEST_NAME, names));
      Page.write(file, "recharge.jte", of(host.getKey(), host.getValue(), its, run));
    }
  }

  /** The statements in a folder, in the order of their names. */
  static List<OutputFile> outputs(Path out) throws IOException {
    List<Path> pages = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(out, PREFIX + "*" + SUFFIX)) {
      found.forEach(pages::add);
    }
    pages.sort(null);
    List<OutputFile> files = new ArrayList<>();
    for (Path page : pages) {
      files.add(
          new OutputFile(
              page.getFileName().toString(), 1, OptionalLong.empty(), Results.sha256(page)));
    }
    return files;
  }

  private static RechargeStatement of(
      String host,
      List<RechargeFiles.Row> rows,
      List<RechargeFiles.Seconded> seconded,
      Manifest.Run run)
      throws IOException {
    String styles = Page.resource("statement.css");
    Total total = Total.of(rows);
    return new RechargeStatement(
        Page.policy(styles),
        styles,
        host,
        run.payPeriod(),
        LocalDate.ofEpochDay(run.from()).toString(),
        LocalDate.ofEpochDay(run.to()).toString(),
        LocalDate.ofEpochDay(run.runDate()).toString(),
        run.runId(),
        officers(rows, seconded),
        elements(rows),
        Page.pounds(total.amountPence),
        Page.pounds(total.rechargedPence),
        warning(seconded));
  }

  private static String warning(List<RechargeFiles.Seconded> seconded) {
    long days = seconded.stream().mapToLong(RechargeFiles.Seconded::daysWithoutRate).sum();
    return days == 0
        ? ""
        : "The salary of %s seconded %s is not in this statement, since no officers row or no rate is known for them."
            .formatted(Page.number(days), days == 1 ? "day" : "days");
  }

  private static List<Officer> officers(
      List<RechargeFiles.Row> rows, List<RechargeFiles.Seconded> seconded) {
    Map<String, List<RechargeFiles.Row>> byOfficer = new TreeMap<>(ByteOrder.OF_UTF_8);
    rows.forEach(
        row ->
            byOfficer
                .computeIfAbsent(row.officerId() + ' ' + row.percent(), key -> new ArrayList<>())
                .add(row));
    List<Officer> officers = new ArrayList<>();
    for (List<RechargeFiles.Row> its : byOfficer.values()) {
      RechargeFiles.Row first = its.getFirst();
      List<RechargeFiles.Seconded> terms =
          seconded.stream()
              .filter(
                  one ->
                      one.officerId().equals(first.officerId())
                          && one.percent().equals(first.percent()))
              .toList();
      Total total = Total.of(its);
      officers.add(
          new Officer(
              first.officerId(),
              terms.isEmpty() ? "" : terms.getFirst().from(),
              terms.isEmpty() ? "" : terms.getLast().to(),
              joined(terms.stream().map(RechargeFiles.Seconded::basis).toList()),
              joined(terms.stream().map(RechargeFiles.Seconded::agreement).toList()),
              first.percent(),
              elements(its),
              Page.pounds(total.amountPence),
              Page.pounds(total.rechargedPence)));
    }
    return officers;
  }

  private static String joined(List<String> texts) {
    return String.join(", ", texts.stream().filter(text -> !text.isEmpty()).distinct().toList());
  }

  private static List<Element> elements(List<RechargeFiles.Row> rows) {
    Map<String, List<RechargeFiles.Row>> byElement = new TreeMap<>();
    rows.forEach(
        row -> byElement.computeIfAbsent(row.element(), name -> new ArrayList<>()).add(row));
    List<Element> elements = new ArrayList<>();
    byElement.forEach(
        (name, its) -> {
          Total total = Total.of(its);
          elements.add(
              new Element(
                  name,
                  Page.number(its.size()),
                  Page.pounds(total.amountPence),
                  Page.pounds(total.rechargedPence)));
        });
    return elements;
  }

  private record Total(long amountPence, long rechargedPence) {

    static Total of(List<RechargeFiles.Row> rows) {
      long amount = 0;
      long recharged = 0;
      for (RechargeFiles.Row row : rows) {
        amount = Math.addExact(amount, row.amountPence());
        recharged = Math.addExact(recharged, row.rechargedPence());
      }
      return new Total(amount, recharged);
    }
  }
}
