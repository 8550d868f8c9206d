package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/**
 * A month is closed, a few things change (bookings, rosters, officers, claims, acting rows, a rate,
 * a decision, the policy), and a night follows. What it pays and writes for the closed month is
 * compared with what a database that has never closed anything makes of the same feed, less what
 * was paid: so it does not matter which officers the night has reckoned afresh.
 */
class RetroPropertiesTest {

  private static final int OFFICERS = 12;
  private static final String CLOSED = "2024-04";

  @Property(tries = 12, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  @Label("reckoning only the changed officers afresh gives what reckoning all of them gives")
  void sameAsReckoningAll(@ForAll long seed) throws IOException {
    Path folder = Files.createTempDirectory("retro");
    try {
      Random random = new Random(seed);
      SmallForce force = new SmallForce(folder.resolve("feed"), "2024-03-25", "2024-06-02");
      List<String> entries = new ArrayList<>();
      for (int i = 0; i < OFFICERS; i++) {
        force.constable("A" + i);
        for (int duty = 0; duty < 8; duty++) {
          add(force, "A" + i, entries, random);
        }
        force.claim("m%d,A%d,%s,MEAL,,%d.50,".formatted(i, i, day(random), 5 + i));
        force.acting("A%d,2024-04-%02d,SERGEANT,TEMPORARY_SALARY,Y,".formatted(i, 2 + i));
      }
      Path closed = folder.resolve("closed");
      run("close-period", force, closed, CLOSED, "2024-05-02");
      assertThat(amounts(closed.resolve("payroll.csv")).keySet())
          .anyMatch(key -> key.endsWith(" TEMPORARY_SALARY"));
      assertThat(amounts(closed.resolve("balances.csv")).keySet())
          .anyMatch(key -> key.endsWith(" TOIL"));

      for (int change = random.nextInt(6); change > 0; change--) {
        String officer = "A" + random.nextInt(3);
        switch (random.nextInt(8)) {
          case 0 -> force.withoutTimesheet(entries.get(random.nextInt(entries.size())));
          case 1 ->
              force.rostered(
                  officer, day(random), random.nextBoolean() ? "ANNUAL_LEAVE,," : "REST_DAY,,");
          case 2 -> force.constable("B" + change);
          case 3 ->
              force.rate(
                  "CONSTABLE_2013,7,2024-04-%02d,4%d000,2024-05-10"
                      .formatted(9 + change, 6 + change));
          case 4 -> force.claim("n%d,%s,%s,MEAL,,7.25,Y".formatted(change, officer, day(random)));
          case 5 ->
              force.acting(
                  "%s,2024-04-%02d,SERGEANT,TEMPORARY_SALARY,Y,".formatted(officer, 20 + change));
          case 6 -> release(force, closed, random);
          default -> add(force, officer, entries, random);
        }
      }
      Path policy = Files.writeString(folder.resolve("policy.yml"), policy(random));
      String[] under = {"--policy", policy.toString()};
      Path fresh = folder.resolve("fresh").resolve("out");
      run("nightly-pay", force, folder.resolve("night"), "2024-05", "2024-05-20", under);
      run("nightly-pay", force, fresh, CLOSED, "2024-05-20", under);

      for (String file : List.of("payroll.csv", "balances.csv")) {
        Map<String, BigDecimal> expected = amounts(fresh.resolve(file));
        amounts(closed.resolve(file))
            .forEach((key, amount) -> expected.merge(key, amount.negate(), BigDecimal::add));
        expected.values().removeIf(amount -> amount.signum() == 0);
        Map<String, BigDecimal> differences = amounts(folder.resolve("night").resolve(file));
        differences.keySet().removeIf(key -> !key.contains(" " + CLOSED));
        assertThat(differences).as(file).isEqualTo(expected);
      }
    } finally {
      delete(folder);
    }
  }

  /** Half of the nights are under the closing's own policy. */
  private static String policy(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> "rounding: DOWN\n";
      case 1 -> "short-casual-counts: false\n";
      case 2 -> "unsocial-hour: CLOCK\n";
      default -> "";
    };
  }

  private static void release(SmallForce force, Path closed, Random random) {
    List<Map<String, String>> held =
        Ran.rows(closed.resolve("exceptions.csv")).stream()
            .filter(row -> "RECEIPT_MISSING".equals(row.get("code")))
            .toList();
    if (!held.isEmpty()) {
      Map<String, String> one = held.get(random.nextInt(held.size()));
      force.decision(
          one.getOrDefault("exception_id", ""), "", "RELEASE", "hr-7", "2024-05-19T10:00");
    }
  }

  private static void add(SmallForce force, String officer, List<String> entries, Random random) {
    String id = "t" + entries.size();
    entries.add(id);
    String day = day(random);
    int start = 7 + random.nextInt(9);
    int end = Math.min(23, start + 1 + random.nextInt(10));
    String from = "%sT%02d:00".formatted(day, start);
    String to = "%sT%02d:45".formatted(day, end);
    if (random.nextInt(4) == 0) {
      force.toil(id, officer, from, to);
    } else {
      force.duty(id, officer, from, to);
    }
  }

  private static String day(Random random) {
    return LocalDate.of(2024, 4, 1).plusDays(random.nextInt(33)).toString();
  }

  private static void run(
      String job, SmallForce force, Path out, String period, String runDate, String... more)
      throws IOException {
    Files.createDirectories(out.resolveSibling(""));
    List<String> arguments =
        new ArrayList<>(
            List.of(job, "--feed", force.written().toString(), "--out", out.toString()));
    arguments.addAll(List.of("--period", period, "--run-date", runDate, "--allow-recovery"));
    arguments.addAll(List.of(more));
    Ran ran = Ran.command(arguments.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  /** By officer, day and element or account: pounds, or minutes or days. */
  private static Map<String, BigDecimal> amounts(Path file) {
    Map<String, BigDecimal> amounts = new TreeMap<>();
    for (Map<String, String> line : Ran.rows(file)) {
      String what = line.getOrDefault("element", line.getOrDefault("account", ""));
      String amount =
          line.containsKey("amount")
              ? line.getOrDefault("amount", "")
              : line.getOrDefault("minutes", "") + line.getOrDefault("days", "");
      amounts.merge(
          "%s %s %s".formatted(line.get("officer_id"), line.get("work_date"), what),
          new BigDecimal(amount),
          BigDecimal::add);
    }
    return amounts;
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
                throws IOException {
              Files.delete(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
