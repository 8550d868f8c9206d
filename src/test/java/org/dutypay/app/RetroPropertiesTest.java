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
 * A month is closed, a few things change, and a night follows. What it pays for the closed month is
 * compared with what a database that has never closed anything makes of the same feed, less what
 * was paid: so it does not matter which officers the night has reckoned afresh.
 */
class RetroPropertiesTest {

  private static final int OFFICERS = 12;
  private static final String CLOSED = "2024-04";

  @Property(tries = 6, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
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
      }
      run("close-period", force, folder.resolve("closed"), CLOSED, "2024-05-02");
      Map<String, BigDecimal> paid = amounts(folder.resolve("closed"));

      for (int change = random.nextInt(6); change > 0; change--) {
        String officer = "A" + random.nextInt(3);
        switch (random.nextInt(4)) {
          case 0 -> force.withoutTimesheet(entries.get(random.nextInt(entries.size())));
          case 1 ->
              force.rostered(
                  officer, day(random), random.nextBoolean() ? "ANNUAL_LEAVE,," : "REST_DAY,,");
          case 2 -> force.constable("B" + change);
          default -> add(force, officer, entries, random);
        }
      }
      run("nightly-pay", force, folder.resolve("night"), "2024-05", "2024-05-20");
      run("nightly-pay", force, folder.resolve("fresh").resolve("out"), CLOSED, "2024-05-20");

      Map<String, BigDecimal> expected = amounts(folder.resolve("fresh").resolve("out"));
      paid.forEach((key, amount) -> expected.merge(key, amount.negate(), BigDecimal::add));
      expected.values().removeIf(amount -> amount.signum() == 0);
      Map<String, BigDecimal> differences = amounts(folder.resolve("night"));
      differences.keySet().removeIf(key -> !key.contains(" " + CLOSED));
      assertThat(differences).isEqualTo(expected);
    } finally {
      delete(folder);
    }
  }

  private static void add(SmallForce force, String officer, List<String> entries, Random random) {
    String id = "t" + entries.size();
    entries.add(id);
    String day = day(random);
    int start = 7 + random.nextInt(9);
    int end = Math.min(23, start + 1 + random.nextInt(10));
    force.duty(id, officer, "%sT%02d:00".formatted(day, start), "%sT%02d:45".formatted(day, end));
  }

  private static String day(Random random) {
    return LocalDate.of(2024, 4, 1).plusDays(random.nextInt(33)).toString();
  }

  private static void run(String job, SmallForce force, Path out, String period, String runDate)
      throws IOException {
    Files.createDirectories(out.resolveSibling(""));
    List<String> arguments =
        new ArrayList<>(
            List.of(job, "--feed", force.written().toString(), "--out", out.toString()));
    arguments.addAll(List.of("--period", period, "--run-date", runDate, "--allow-recovery"));
    Ran ran = Ran.command(arguments.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  private static Map<String, BigDecimal> amounts(Path out) {
    Map<String, BigDecimal> amounts = new TreeMap<>();
    for (Map<String, String> line : Ran.rows(out.resolve("payroll.csv"))) {
      amounts.merge(
          "%s %s %s".formatted(line.get("officer_id"), line.get("work_date"), line.get("element")),
          new BigDecimal(line.getOrDefault("amount", "")),
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
