package org.dutypay;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dutypay.app.Commands;
import org.dutypay.feed.PolicyFile;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.reference.Policy;
import org.dutypay.report.ComparisonTotals;
import org.dutypay.report.CsvFile;
import org.dutypay.rules.Chapter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The README says what is so")
@TestInstance(Lifecycle.PER_CLASS)
class ReadmeTest {

  private static final Document README = Document.read(Document.README);
  private static final Path SOURCES = Path.of("src/main/java");

  /** What the jobs share; nobody runs it. */
  private static final Path SOURCED = Path.of("jobs/launch");

  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
  private static final Pattern JOB = Pattern.compile("(?<![\\w/-])jobs/([a-z-]+)(?![\\w/-])");
  private static final Pattern WITH_OPTIONS =
      Pattern.compile("jobs/(nightly-pay|recharge|explain|compare-policy) ");
  private static final Pattern PATH =
      Pattern.compile("(?<![\\w./-])(?:src|docs|jobs|sample-data)/[\\w./-]*\\w");
  private static final Pattern MADE_BY_A_RUN =
      Pattern.compile("sample-data/(?:out|dut|ledger|year)");

  /** Classes of others, and headings of an explanation. */
  private static final Set<String> FOREIGN =
      Set.of("BigDecimal", "FlatFileItemReader", "FlatFileItemWriter", "Counters", "Lines");

  private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+(?:[A-Z][a-z]+)*");

  private final Path folder;
  private String summary = "";

  ReadmeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** The night that the README shows. */
  @BeforeAll
  void runTheSample() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("nightly-pay"));
    arguments.addAll(List.of(Files.readString(Path.of("sample-data/args")).split("\\s+")));
    arguments.set(arguments.indexOf("--out") + 1, out().toString());
    summary = run(arguments);
  }

  private Path out() {
    return folder.resolve("sample/out");
  }

  private static String run(List<String> arguments) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(Commands.execute(arguments.toArray(String[]::new)))
          .as("exit code of %s", arguments)
          .isZero();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  static List<Document> documents() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CHANGELOG.md", "SECURITY.md", "sample-data/README.md")
                  .map(Path::of),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .map(Document::read)
          .toList();
    }
  }

  @Test
  @DisplayName("Its contents list every section in order")
  void contents() {
    List<String> sections =
        README.lines().stream()
            .filter(line -> line.startsWith("## ") && !line.equals("## Contents"))
            .map(line -> line.substring(3))
            .toList();

    assertThat(README.under("## Contents").lines().stream().filter(line -> !line.isBlank()))
        .containsExactlyElementsOf(
            sections.stream()
                .map(name -> "- [" + name + "](#" + Document.anchor(name) + ")")
                .toList());
  }

  @Test
  @DisplayName("Its table of rules is the engine's table of contents")
  void rules() {
    assertThat(README.under("## The rules").table())
        .containsExactlyElementsOf(Chapter.ALL.stream().map(Chapter::markdown).toList());
  }

  @Test
  @DisplayName("Its table of policy keys is the policy's, and says which of them no rule asks yet")
  void policyKeys() throws IOException {
    String sources = sources();

    assertThat(README.under("## A force's own choices").table())
        .containsExactlyElementsOf(
            Arrays.stream(Policy.Key.values())
                .map(
                    key ->
                        "| `%s` | `%s` | %s | %s | %s |"
                            .formatted(
                                key.text(),
                                key.standard(),
                                key.takes(),
                                key.decides(),
                                sources.contains("Key." + key.name() + ")")
                                        || sources.contains("Key." + key.name() + ",")
                                    ? "yes"
                                    : "not yet"))
                .toList());
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      StringBuilder sources = new StringBuilder();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.append(Files.readString(file));
      }
      return sources.toString();
    }
  }

  @Test
  @DisplayName("The policy file it shows is a policy file")
  void policyFile() throws IOException {
    Path file = folder.resolve("policy.yml");
    Files.write(file, README.under("## A force's own choices").block("policy.yml").lines());

    assertThat(PolicyFile.read(file).text()).isNotEqualTo(Policy.standard().text());
  }

  @Test
  @DisplayName("Its table of exceptions has every code, its severity, what it means and what to do")
  void exceptions() {
    List<List<String>> table = README.under("### Every code").cells();

    assertThat(table)
        .containsExactlyElementsOf(
            Arrays.stream(ExceptionCode.values())
                .map(
                    code ->
                        List.of(
                            code.name(),
                            code.severity().name(),
                            code.isReleasable() ? "yes" : "",
                            code.means(),
                            code.whatToDo()))
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "explain, ## Explaining a day",
    "compare-policy, ## Comparing policies",
    "holiday-pay, ## Holiday pay",
    "arrears, ## Due against paid",
    "accept-arrears, ## Accepting arrears",
    "decisions, ### What was decided",
    "bear-scotland, ## Competing methods of holiday pay",
    "ledger, ## Questions to the ledger"
  })
  @DisplayName("It explains every option that another job has and nightly-pay has not")
  void otherOptions(String job, String heading) {
    Set<String> shown = new TreeSet<>();
    README.under(heading).column(0).forEach(cell -> shown.addAll(options(cell)));
    Set<String> own = options(run(List.of(job, "--help")));
    own.removeAll(options(run(List.of("nightly-pay", "--help"))));

    assertThat(options(run(List.of(job, "--help")))).containsAll(shown);
    assertThat(shown).containsAll(own);
  }

  @Test
  @DisplayName("It explains every option of nightly-pay and no other")
  void options() {
    Set<String> shown = new TreeSet<>();
    README.under("## Options").column(0).forEach(cell -> shown.addAll(options(cell)));

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(options(run(List.of("nightly-pay", "--help"))));
  }

  private static Set<String> options(String text) {
    Set<String> options = new TreeSet<>();
    OPTION.matcher(text).results().map(MatchResult::group).forEach(options::add);
    return options;
  }

  @ParameterizedTest
  @EnumSource(
      value = CsvFile.class,
      names = {"PAYROLL", "BALANCES", "EXCEPTIONS", "ROWS", "RECHARGE"})
  @DisplayName("It explains every column that comes out, in order")
  void columns(CsvFile file) {
    assertThat(README.under("### " + file.fileName() + ", column by column").column(0))
        .containsExactly(file.header().split(","));
  }

  @ParameterizedTest
  @EnumSource(
      value = CsvFile.class,
      names = {"PAYROLL", "EXCEPTIONS"})
  @DisplayName("The row it explains cell by cell is one of the sample's")
  void explainedRow(CsvFile file) throws IOException {
    List<String> row =
        README.under("### " + file.fileName() + ", column by column").column(1).stream()
            .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
            .toList();

    assertThat(lines(file.fileName())).contains(String.join(",", row));
  }

  @Test
  @DisplayName("What it shows of the sample's files is in them")
  void sampleFiles() throws IOException {
    List<Document.Block> blocks = README.under("## What comes out").blocks();

    for (Document.Block block : blocks) {
      if (Files.exists(out().resolve(block.caption()))) {
        List<String> shown =
            block.lines().stream().map(String::strip).filter(line -> !line.equals("…")).toList();
        assertThat(lines(block.caption()).stream().map(String::strip))
            .as(block.caption())
            .containsSubsequence(shown);
      }
    }
    assertThat(blocks).extracting(Document.Block::caption).contains("payroll.csv", "balances.csv");
  }

  @Test
  @DisplayName("The summary it shows is the sample's, but for where the files are")
  void summary() {
    List<String> printed = summary.lines().toList();
    List<String> shown = README.under("## Try it").block("The sample's summary").lines();

    assertThat(shown.subList(0, shown.size() - 1))
        .isEqualTo(printed.subList(0, printed.size() - 1));
    assertThat(printed.getLast()).startsWith("files: ").contains("exceptions.html", "dutypay.log");
  }

  @Test
  @DisplayName("What it shows of an explained day is what explain says")
  void explanation() {
    Document section = README.under("## Explaining a day");
    List<String> command =
        new ArrayList<>(List.of(section.blocks().getFirst().lines().getFirst().split(" ")));
    command.set(0, "explain");

    assertThat(run(command).lines())
        .containsSubsequence(
            section.blocks().getLast().lines().stream().filter(line -> !line.equals("…")).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "recharge, ## Secondment recharge, ''",
    "compare-policy, ## Comparing policies, --policy-b sample-data/policy-b.yml"
  })
  @DisplayName("The summary it shows of another job is the sample's, but for where the files are")
  void otherSummaries(String job, String heading, String more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(job));
    arguments.addAll(List.of(Files.readString(Path.of("sample-data/args")).split("\\s+")));
    arguments.set(arguments.indexOf("--out") + 1, folder.resolve(job + "/out").toString());
    if (!more.isEmpty()) {
      arguments.addAll(List.of(more.split(" ")));
    }
    Document section = README.under(heading);

    List<String> printed = run(arguments).lines().toList();

    List<String> shown = section.blocks().get(1).lines();
    assertThat(shown.subList(0, shown.size() - 1))
        .isEqualTo(printed.subList(0, printed.size() - 1));
    for (Document.Block block : section.blocks()) {
      if (block.caption().endsWith(".csv")) {
        assertThat(Files.readAllLines(folder.resolve(job + "/out").resolve(block.caption())))
            .containsSubsequence(block.lines());
      }
    }
  }

  @Test
  @DisplayName("It names the columns of each file of a comparison, in order")
  void comparisonColumns() throws IOException {
    Pattern name = Pattern.compile("`([a-z_]+)`");
    List<String> table =
        README.under("## Comparing policies").lines().stream()
            .filter(line -> line.startsWith("| `comparison") && line.contains(".csv"))
            .toList();

    assertThat(
            table.stream()
                .map(
                    row ->
                        name.matcher(row)
                            .results()
                            .map(match -> match.group(1))
                            .collect(joining(","))))
        .containsExactly(
            CsvFile.COMPARISON.header(),
            ComparisonTotals.ELEMENTS_HEADER,
            ComparisonTotals.BALANCES_HEADER,
            ComparisonTotals.OFFICERS_HEADER,
            CsvFile.COMPARISON_EXCEPTIONS.header());
  }

  @Test
  @DisplayName("The decisions it shows are those of the sample")
  void decisions() throws IOException {
    assertThat(Files.readAllLines(Path.of("sample-data/input/decisions.csv")))
        .containsAll(README.under("### Deciding").block("decisions.csv").lines());
  }

  @Test
  @DisplayName("The smallest feed gives what it says")
  void smallestFeed() throws IOException {
    Document section = README.under("### The smallest feed");
    Path feed = Files.createDirectories(folder.resolve("smallest/my-feed"));
    for (String file : List.of("officers.csv", "roster.csv", "timesheets.csv")) {
      Files.write(feed.resolve(file), section.block(file).lines());
    }
    List<String> arguments =
        new ArrayList<>(List.of(section.block("The command").lines().getFirst().split(" ")));
    arguments.set(0, "nightly-pay");
    arguments.set(arguments.indexOf("--feed") + 1, feed.toString());
    arguments.set(arguments.indexOf("--out") + 1, folder.resolve("smallest/my-pay").toString());

    run(arguments);

    assertThat(Files.readAllLines(folder.resolve("smallest/my-pay/payroll.csv")))
        .isEqualTo(section.block("payroll.csv").lines());
  }

  @ParameterizedTest
  @MethodSource("documents")
  @DisplayName("Every link leads somewhere")
  void links(Document document) {
    for (String link : document.links()) {
      if (link.startsWith("https://")) {
        continue;
      }
      int hash = link.indexOf('#');
      Path target =
          hash == 0
              ? document.file()
              : Path.of(".")
                  .resolve(document.file())
                  .resolveSibling(hash < 0 ? link : link.substring(0, hash))
                  .normalize();
      assertThat(target).as("%s links to %s", document.file(), link).exists();
      if (hash >= 0) {
        assertThat(Document.read(target).anchors())
            .as("%s links to %s", document.file(), link)
            .contains(link.substring(hash + 1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  @DisplayName("Every job that is named can be run, with options that it has")
  void jobs(Document document) {
    for (String code : document.code()) {
      for (MatchResult match : JOB.matcher(code).results().toList()) {
        Path job = Path.of("jobs", match.group(1));
        assertThat(job).as("%s: %s", document.file(), code).exists();
        assertThat(Files.isDirectory(job) || job.equals(SOURCED) || Files.isExecutable(job))
            .as("%s can be run", job)
            .isTrue();
      }
      Matcher used = WITH_OPTIONS.matcher(code);
      if (used.lookingAt()) {
        assertThat(options(run(List.of(used.group(1), "--help"))))
            .as(code)
            .containsAll(options(code));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  @DisplayName("Every file and class that is named is there")
  void names(Document document) throws IOException {
    Set<String> classes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .forEach(name -> classes.add(name.substring(0, name.length() - 5)));
    }
    String code = document.code().stream().collect(joining("\n"));
    Set<String> missing = new TreeSet<>();
    PATH.matcher(code)
        .results()
        .map(MatchResult::group)
        .filter(path -> !MADE_BY_A_RUN.matcher(path).lookingAt())
        .filter(path -> !Files.exists(Path.of(path)))
        .forEach(missing::add);
    document.code().stream()
        .filter(text -> CLASS.matcher(text).matches())
        .filter(text -> !classes.contains(text) && !FOREIGN.contains(text))
        .forEach(missing::add);

    assertThat(missing).as("named in %s", document.file()).isEmpty();
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(out().resolve(file));
  }
}
