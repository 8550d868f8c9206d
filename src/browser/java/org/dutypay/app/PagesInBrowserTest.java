package org.dutypay.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as people use them, in a real browser and opened as files. */
class PagesInBrowserTest {

  private static final Path CHROMIUM =
      Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
  private static final Path SAMPLE = Path.of("sample-data");

  private static Playwright playwright;
  private static Browser browser;
  private static Path sampleNight;

  private final Path folder;
  private final Path feed;
  private final Path out;
  private final List<String> asked = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;

  PagesInBrowserTest(@TempDir Path folder) {
    this.folder = folder;
    feed = folder.resolve("feed");
    out = folder.resolve("night").resolve("out");
  }

  @BeforeAll
  static void launch(@TempDir Path nights) throws IOException {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    sampleNight = nights.resolve("out");
    for (String runDate : List.of("2024-05-29", "2024-05-30", "2024-05-31")) {
      Ran night =
          Ran.night(
              SAMPLE.resolve("input"),
              sampleNight,
              runDate,
              "--policy",
              SAMPLE.resolve("policy.yml").toString());
      assertThat(night.code()).as(night.err()).isZero();
    }
  }

  @AfterAll
  static void quit() {
    browser.close();
    playwright.close();
  }

  @BeforeEach
  void newProfile() {
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  @AfterEach
  void nothingAskedOutside() {
    context.close();
    assertThat(asked).as("requests").allMatch(url -> url.startsWith("file:"));
    assertThat(complaints).as("console and page errors").isEmpty();
  }

  private Page open(Path file) {
    Page page = context.newPage();
    page.onRequest(request -> asked.add(request.url()));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(file.toAbsolutePath().toUri().toString());
    return page;
  }

  /** Writes down how long something took: to be read, not a condition. */
  private static void measured(String what, long from) throws IOException {
    Files.writeString(
        Path.of("target", "seconds-of-pages.txt"),
        "%s: %.2f%n".formatted(what, (System.nanoTime() - from) / 1_000_000_000.0),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static void decide(Page page, String by, String reason) {
    page.locator("#by").fill(by);
    page.locator("#reason").fill(reason);
    page.locator("#decide").click();
    assertThat(page.locator("#dialog")).isHidden();
  }

  private static void save(Page page, Path decisions) {
    Download download = page.waitForDownload(() -> page.locator("#save").click());
    assertThat(download.suggestedFilename()).isEqualTo("decisions.csv");
    download.saveAs(decisions);
  }

  /** The page of a night that holds one line, which has been released on it. */
  private Page withRelease() {
    new SmallForce(feed).constable("A1").stoodDown("E1", "A1", "2024-05-11").written();
    assertThat(Ran.night(feed, out, "2024-06-01").code()).isZero();
    Page page = open(out.resolve("exceptions.html"));
    page.locator("#code").selectOption("STOOD_DOWN");
    page.locator("#exceptions .opener").click();
    page.locator(".opened button:text-is('Release')").click();
    decide(page, "hr-7", "needed");
    return page;
  }

  @Test
  @DisplayName(
      "what is decided on the page is saved as decisions.csv, and the next night applies it")
  void decideAndFeedBack() throws IOException {
    new SmallForce(feed)
        .constable("A1")
        .constable("B2")
        .stoodDown("E1", "A1", "2024-05-11")
        .stoodDown("E2", "A1", "2024-05-12")
        .stoodDown("E3", "B2", "2024-05-11")
        .written();
    assertThat(Ran.night(feed, out, "2024-06-01").code()).isZero();
    Page page = open(out.resolve("exceptions.html"));
    Locator rows = page.locator("#exceptions .row");
    assertThat(rows).hasCount(7);
    page.locator("#code").selectOption("STOOD_DOWN");
    assertThat(rows).hasCount(3);

    page.locator("#search").fill("b2 stood");
    assertThat(rows).hasCount(1);
    assertThat(page.locator("#shown")).containsText("1 exception shown");
    rows.locator(".opener").click();
    assertThat(page.locator(".opened"))
        .containsText("E3: 2024-05-11T07:00 to 2024-05-11T15:00, 480 min");
    assertThat(page.locator(".opened")).containsText("2024-05-11: REST_DAY");
    assertThat(page.locator(".opened")).containsText("G 2.27.1, stood down");
    page.locator(".opened button:text-is('Refuse')").click();
    decide(page, "hr-7", "told, \"twice\"\nin time");

    page.locator("#search").fill("a1");
    page.locator("#all").check();
    page.locator("#acts [data-decide=RELEASE]").click();
    assertThat(page.locator("#asked")).hasText("Release 2 exceptions");
    decide(page, "hr-7", "=1+1 needed");
    assertThat(page.locator("#tally"))
        .containsText("3 decisions kept in this browser, 3 not saved");
    save(page, feed.resolve("decisions.csv"));
    assertThat(page.locator("#tally")).containsText("all saved");

    List<Map<String, String>> decisions = Ran.rows(feed.resolve("decisions.csv"));
    assertThat(decisions)
        .extracting(row -> row.get("reason"))
        .containsExactlyInAnyOrder("told, \"twice\" in time", "'=1+1 needed", "'=1+1 needed");
    Ran next = Ran.night(feed, out, "2024-06-02");
    assertThat(next.code()).as(next.err()).isZero();
    assertThat(Ran.rows(out.resolve("exceptions.csv")))
        .filteredOn(row -> "STOOD_DOWN".equals(row.get("code")))
        .extracting(row -> row.get("entry_id") + " " + row.get("status"))
        .containsExactlyInAnyOrder("E1 RELEASED", "E2 RELEASED", "E3 REFUSED");
    assertThat(Ran.rows(out.resolve("payroll.csv")))
        .extracting(row -> row.get("source"))
        .contains("E1", "E2")
        .doesNotContain("E3");
    page.reload();
    page.locator("#status").selectOption("REFUSED");
    page.locator("#exceptions .opener").click();
    assertThat(page.locator(".opened")).containsText("by hr-7: told, \"twice\" in time");
  }

  @Test
  @DisplayName("the keyboard alone finds, opens, selects and decides")
  void keyboardOnly() {
    Page page = open(sampleNight.resolve("exceptions.html"));
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    for (int i = 0; i < 5 && !isFocused(page, "search"); i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().type("stood_down s07-08");
    assertThat(page.locator("#exceptions .row")).hasCount(1);
    for (int i = 0; i < 30 && !isFocused(page, "opener"); i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator(".opened")).isVisible();
    page.keyboard().press("x");
    assertThat(page.locator("#tally")).containsText("1 row selected, £264.79 held");
    page.keyboard().press("r");
    assertThat(page.locator("#dialog")).isVisible();
    page.keyboard().type(" s07-08");
    page.keyboard().press("Tab");
    page.keyboard().type("needed");
    page.keyboard().press("Enter");
    assertThat(page.locator("#dialog")).isVisible();
    page.locator("#by").focus();
    page.keyboard().press("Control+A");
    page.keyboard().type("hr-7");
    page.keyboard().press("Enter");
    assertThat(page.locator("#dialog")).isHidden();
    assertThat(page.locator("#exceptions .made")).hasText("released, not saved");
    assertThat(page.locator("#exceptions .opener")).isFocused();
    page.keyboard().press("r");
    page.keyboard().press("Escape");
    assertThat(page.locator("#dialog")).isHidden();
    page.locator("#search").fill("");
    page.locator("#exceptions .opener").first().focus();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#exceptions .opener").nth(1)).isFocused();
  }

  private static boolean isFocused(Page page, String classOrId) {
    return (Boolean)
        page.evaluate(
            "name => document.activeElement.classList.contains(name)"
                + " || document.activeElement.id === name",
            classOrId);
  }

  @Test
  @DisplayName("rows are filtered, sorted and grouped, and counts by code lead to their rows")
  void filterSortAndGroup() {
    Page page = open(sampleNight.resolve("exceptions.html"));
    Locator rows = page.locator("#exceptions .row");
    assertThat(rows.first()).containsText("640.00");
    page.locator("[data-sort=officer] button").click();
    assertThat(page.locator("[data-sort=officer]")).hasAttribute("aria-sort", "ascending");
    assertThat(page.locator("#sort")).hasValue("officer");
    List<String> officers = page.locator("#exceptions .row td:nth-child(5)").allTextContents();
    assertThat(officers).isSorted().hasSizeGreaterThan(20);
    page.locator("#sort").selectOption("officer down");
    assertThat(page.locator("[data-sort=officer]")).hasAttribute("aria-sort", "descending");
    assertThat(page.locator("#exceptions .row td:nth-child(5)").allTextContents())
        .isSortedAccordingTo(Comparator.reverseOrder());
    page.locator("#severity").selectOption("WARNING");
    assertThat(page.locator("#exceptions td.severity").allTextContents())
        .hasSizeGreaterThan(5)
        .containsOnly("WARNING");
    page.locator("#group").selectOption("unit");
    assertThat(rows).hasCount(0);
    page.locator(".group .opener", new Page.LocatorOptions().setHasText("Custody")).click();
    assertThat(rows.first()).containsText("Custody");
    page.locator("#breakdown summary").click();
    page.locator("[data-filter=code][data-value=STOOD_DOWN]").click();
    assertThat(rows).hasCount(3);
    assertThat(page.locator("#code")).hasValue("STOOD_DOWN");
    assertThat(page.locator("#group")).hasValue("");
    page.locator("#group").selectOption("code");
    assertThat(rows).hasCount(0);
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(rows).hasCount(3);
    page.evaluate("dispatchEvent(new Event('afterprint'))");
    assertThat(rows).hasCount(0);
    page.locator("#group").selectOption("");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#desk")).isHidden();
    assertThat(page.locator("#controls")).isHidden();
    assertThat(rows.first()).isVisible();
  }

  @Test
  @DisplayName("a release leaves out what cannot be released, and a decision can be taken back")
  void releaseOnlyWhereItCanBe() {
    Page page = open(sampleNight.resolve("exceptions.html"));
    page.locator("#search").fill("S04");
    page.locator("#all").check();
    page.locator("#acts [data-decide=RELEASE]").click();
    assertThat(page.locator("#said")).containsText("no amount to release");
    page.locator("#search").fill("S07");
    page.locator("#all").check();
    page.locator("#acts [data-decide=RELEASE]").click();
    assertThat(page.locator("#left-out")).containsText("cannot be released and");
    assertThat(page.locator("#concerned")).containsText("The next run pays £");
    page.locator("#cancel").click();
    page.locator("#search").fill("stood_down");
    page.locator("#exceptions .opener").click();
    page.locator(".opened button:text-is('Acknowledge')").click();
    decide(page, "hr-7", "seen");
    page.locator("#exceptions .made").waitFor();
    page.locator("button:text-is('Take the decision back')").click();
    assertThat(page.locator("#exceptions .made")).hasCount(0);
    assertThat(page.locator("#save")).isDisabled();
  }

  @Test
  @DisplayName(
      "a page warns when a newer run's has been opened, which takes over what was not saved")
  void newerRun() {
    new SmallForce(feed).constable("A1").stoodDown("E1", "A1", "2024-05-11").written();
    assertThat(Ran.night(feed, out, "2024-06-01").code()).isZero();
    Path next = folder.resolve("next").resolve("out");
    assertThat(Ran.night(feed, next, "2024-06-02").code()).isZero();
    Page old = open(out.resolve("exceptions.html"));
    old.locator("#code").selectOption("STOOD_DOWN");
    old.locator("#exceptions .opener").click();
    old.locator(".opened button:text-is('Release')").click();
    decide(old, "hr-7", "needed");
    assertThat(old.locator("#notices")).isEmpty();
    Page newer = open(next.resolve("exceptions.html"));
    assertThat(newer.locator("#notices"))
        .containsText("1 decision from an earlier run's page has not reached this run");
    newer.locator("#notices button:text-is('Take over')").click();
    assertThat(newer.locator("#tally")).containsText("1 decision kept");
    assertThat(old.locator("#notices")).containsText("A newer run's page, of 2024-06-02");
    old.reload();
    assertThat(old.locator("#notices")).containsText("A newer run's page, of 2024-06-02");
    assertThat(old.locator("#tally")).containsText("1 decision kept in this browser, 1 not saved");
  }

  @Test
  @DisplayName("what the filter hides is not selected, and a bulk decision overwrites no other one")
  void selectionOfWhatIsShown() {
    Page page = open(sampleNight.resolve("exceptions.html"));
    page.locator("#code").selectOption("NOT_QUALIFIED");
    page.locator("#all").check();
    assertThat(page.locator("#tally")).containsText("selected");
    page.locator("#code").selectOption("NO_ROSTER");
    assertThat(page.locator("#tally")).not().containsText("selected");
    page.locator("#code").selectOption("NOT_QUALIFIED");
    assertThat(page.locator("#all")).not().isChecked();

    int waiting = page.locator("#exceptions .row").count();
    page.locator("#exceptions .opener").first().click();
    page.locator(".opened button:text-is('Refuse')").click();
    assertThat(page.locator("#concerned")).containsText("pays £0.00 instead of £");
    decide(page, "hr-7", "told in time");
    page.locator("#all").check();
    page.locator("#acts [data-decide=ACKNOWLEDGE]").click();
    assertThat(page.locator("#left-out"))
        .hasText("1 selected row is decided here already and left out.");
    assertThat(page.locator("#concerned"))
        .hasText("It changes no pay. What is held stays held and is not paid.");
    decide(page, "hr-7", "seen");
    assertThat(page.locator("#tally")).containsText(waiting + " decisions kept");
    assertThat(page.locator("#exceptions .made").first()).hasText("refused, not saved");

    page.locator("#group").selectOption("code");
    Locator ofGroup = page.locator(".group input");
    ofGroup.check();
    page.locator(".group .opener").click();
    page.locator("#exceptions .row input").first().uncheck();
    assertThat(ofGroup).not().isChecked();
    assertThat((Boolean) ofGroup.evaluate("box => box.indeterminate")).isTrue();
    page.locator("#all").check();
    page.locator("#take-back").click();
    assertThat(page.locator("#said")).hasText(waiting + " decisions taken back.");
    assertThat(page.locator("#tally")).hasText("Nothing decided here yet.");
  }

  @Test
  @DisplayName("what was saved and taken back is still in the file until it is saved once more")
  void takenBackAfterSaving() throws IOException {
    Page page = open(sampleNight.resolve("exceptions.html"));
    page.locator("#search").fill("stood_down s07-08");
    page.locator("#exceptions .opener").click();
    page.locator(".opened button:text-is('Release')").click();
    decide(page, "hr-7", "needed");
    Path file = folder.resolve("decisions.csv");
    save(page, file);
    page.locator("button:text-is('Take the decision back')").click();
    assertThat(page.locator("#tally")).containsText("the file that you saved still has what was");
    save(page, file);
    assertThat(page.locator("#tally")).hasText("Nothing decided here yet.");
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  @DisplayName(
      "what was saved and no run has read is offered by the next page, until it is left out")
  void savedAndNeverRead() throws IOException {
    Page page = withRelease();
    save(page, folder.resolve("lost.csv"));

    assertThat(Ran.night(feed, out, "2024-06-02").code()).isZero();
    page.reload();
    assertThat(page.locator("#notices"))
        .containsText("0 not saved, 1 saved in a file that this run has not read");
    page.locator("#notices button:text-is('Leave out')").click();
    page.reload();
    assertThat(page.locator("#exceptions .row").first()).isVisible();
    assertThat(page.locator("#notices")).isEmpty();

    Files.copy(folder.resolve("lost.csv"), feed.resolve("decisions.csv"));
    assertThat(Ran.night(feed, out, "2024-06-03").code()).isZero();
    page.reload();
    assertThat(page.locator("#notices"))
        .containsText("1 decision taken back or left out on an earlier page had been saved");
  }

  @Test
  @DisplayName("two pages of one run lie open: neither loses what the other decides")
  void twoPagesOfOneRun() {
    Page one = open(sampleNight.resolve("exceptions.html"));
    Page other = open(sampleNight.resolve("exceptions.html"));
    for (Page page : List.of(one, other)) {
      page.locator("#code").selectOption("NOT_QUALIFIED");
    }
    one.locator("#exceptions .opener").first().click();
    one.locator(".opened button:text-is('Refuse')").click();
    decide(one, "hr-7", "told in time");
    assertThat(other.locator("#tally")).containsText("1 decision kept in this browser");
    other.locator("#exceptions .opener").last().click();
    other.locator(".opened button:text-is('Release')").click();
    decide(other, "hr-8", "needed");
    assertThat(one.locator("#tally")).containsText("2 decisions kept in this browser");
    one.locator("button:text-is('Take the decision back')").click();
    assertThat(other.locator("#tally")).containsText("1 decision kept in this browser");
  }

  @Test
  @DisplayName("what was taken back after a run had read it is told of, since it holds")
  void takenBackTooLate() throws IOException {
    Page page = withRelease();
    save(page, feed.resolve("decisions.csv"));
    page.locator("button:text-is('Take the decision back')").click();
    save(page, folder.resolve("without.csv"));

    assertThat(Ran.night(feed, out, "2024-06-02").code()).isZero();
    page.reload();
    assertThat(page.locator("#notices"))
        .containsText("had been saved before, and a run has read it: it holds");
    page.locator("#notices button:text-is('Show')").click();
    assertThat(page.locator("#exceptions .row")).hasCount(1);
    assertThat(page.locator("#exceptions .row")).containsText("STOOD_DOWN");
    page.locator("#exceptions .opener").click();
    page.locator(".opened button:text-is('Refuse')").click();
    decide(page, "hr-7", "not needed");
    page.reload();
    assertThat(page.locator("#exceptions .row").first()).isVisible();
    assertThat(page.locator("#notices")).isEmpty();

    // In the same minute as the release it would contradict it.
    String later = Files.readString(saved(page)).replaceAll("T\\d\\d:\\d\\d", "T23:59");
    Files.writeString(feed.resolve("decisions.csv"), later);
    assertThat(Ran.night(feed, out, "2024-06-03").code()).isZero();
    page.reload();
    assertThat(page.locator("#exceptions .row").first()).isVisible();
    assertThat(page.locator("#notices")).isEmpty();
  }

  private Path saved(Page page) {
    Path file = folder.resolve("saved.csv");
    save(page, file);
    return file;
  }

  @Test
  @DisplayName("what a run has read and not applied is not offered again, and the row says why")
  void readAndNotApplied() throws IOException {
    Page page = withRelease();
    List<String> rows = new ArrayList<>(Files.readAllLines(saved(page)));
    rows.add(rows.getLast().replace("RELEASE", "REFUSE").replace("hr-7", "hr-8"));
    Files.write(feed.resolve("decisions.csv"), rows);

    assertThat(Ran.night(feed, out, "2024-06-02").code()).isZero();
    page.reload();
    page.locator("#code").selectOption("STOOD_DOWN");
    page.locator("#exceptions .opener").click();
    assertThat(page.locator(".opened h3:text-is('Read and not applied') + ul li"))
        .hasText(
            new Pattern[] {
              Pattern.compile("Released on .* by hr-7: needed \\(DECISION_CONTRADICTORY: .*"),
              Pattern.compile("Refused on .* by hr-8: needed \\(DECISION_CONTRADICTORY: .*")
            });
    assertThat(page.locator("#notices")).isEmpty();
  }

  @Test
  @DisplayName("where the browser keeps nothing, the page says so beside its buttons, and saves")
  void withoutStorage() throws IOException {
    context.addInitScript(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError')"
            + " }");
    Page page = open(sampleNight.resolve("exceptions.html"));
    assertThat(page.locator("#tally")).containsText("This browser keeps nothing");
    page.locator("#search").fill("stood_down s07-08");
    page.locator("#exceptions .opener").click();
    page.locator(".opened button:text-is('Release')").click();
    decide(page, "hr-7", "needed");
    assertThat(page.locator("#tally")).containsText("1 decision, 1 not saved.");
    Path file = folder.resolve("decisions.csv");
    save(page, file);
    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(page.locator("#tally")).containsText("1 decision, all saved.");
  }

  @Test
  @DisplayName("a script, a formula and a line break in names and ids do nothing")
  void hostileNames() throws IOException {
    new SmallForce(feed).constable("A1").stoodDown("E1", "A1", "2024-05-11").written();
    String name = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
    Files.writeString(
        feed.resolve("officers.csv"),
        """
        officer_id,effective_from,effective_to,rank,pay_scale,pay_point,name,unit
        A1,2012-09-03,,CONSTABLE,CONSTABLE_2013,7,"%s","=cmd|'/c calc'!A1"
        B2,2012-09-03,,CONSTABLE,CONSTABLE_2013,7,"line
        break",x
        """
            .formatted(name));
    assertThat(Ran.night(feed, out, "2024-06-01").code()).isZero();
    Page page = open(out.resolve("exceptions.html"));
    page.onDialog(
        dialog -> {
          complaints.add(dialog.message());
          dialog.dismiss();
        });
    page.locator("#code").selectOption("STOOD_DOWN");
    assertThat(page.locator("#exceptions .row .name").first()).hasText(name);
    page.locator("#exceptions .opener").click();
    assertThat(page.locator("img, #exceptions script")).hasCount(0);
    page.locator("#group").selectOption("unit");
    assertThat(page.locator("#exceptions .group")).containsText("=cmd|'/c calc'!A1");

    String reason = "=cmd|'/c calc'!A1 </script><script>alert(3)</script>";
    String id =
        Ran.rows(out.resolve("exceptions.csv")).stream()
            .filter(row -> "STOOD_DOWN".equals(row.get("code")))
            .map(row -> row.getOrDefault("exception_id", ""))
            .findFirst()
            .orElseThrow();
    Files.writeString(
        feed.resolve("decisions.csv"),
        "exception_id,decision,decided_by,decided_at,reason\n%s,RELEASE,<b>hr</b>,2024-06-01T10:00,%s\n"
            .formatted(id, reason));
    assertThat(Ran.night(feed, out, "2024-06-02").code()).isZero();
    page.reload();
    page.locator("#status").selectOption("RELEASED");
    page.locator("#exceptions .opener").click();
    assertThat(page.locator(".opened")).containsText("by <b>hr</b>: " + reason);
    assertThat(page.locator("img, #exceptions script, .opened b")).hasCount(0);
    assertThat(Ran.command("decisions", "--out", out.toString()).out().lines())
        .singleElement()
        .satisfies(line -> assertThat(line).contains(reason));
    assertThat(Files.readAllLines(out.resolveSibling("dutypay.log")))
        .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d .*"));
  }

  @Test
  @DisplayName(
      "50,000 exceptions: the page draws a hundred, and each unit has pages with all of its own")
  void manyRows() throws IOException {
    Files.createDirectories(feed);
    StringBuilder officers =
        new StringBuilder(
            "officer_id,effective_from,effective_to,rank,pay_scale,pay_point,name,unit\n");
    StringBuilder roster = new StringBuilder("officer_id,date,day_type,start,end\n");
    StringBuilder timesheets = new StringBuilder("entry_id,officer_id,start,end,travel_minutes\n");
    for (int officer = 0; officer < 500; officer++) {
      String id = "A%03d".formatted(officer);
      officers.append(
          "%s,2012-09-03,,CONSTABLE,CONSTABLE_2013,7,Officer %d,Unit %d\n"
              .formatted(id, officer, officer % 9));
      roster.append(id).append(",2024-05-01,DUTY,07:00,15:00\n");
      for (int row = 0; row < 100; row++) {
        timesheets.append(
            "%s-%d,%s,2024-05-%02dT07:00,2024-05-%02dT15:00,many\n"
                .formatted(id, row, id, 1 + row % 31, 1 + row % 31));
      }
    }
    Files.writeString(feed.resolve("officers.csv"), officers);
    Files.writeString(feed.resolve("roster.csv"), roster);
    Files.writeString(feed.resolve("timesheets.csv"), timesheets);
    Ran night = Ran.night(feed, out, "2024-06-01");
    assertThat(night.code()).as(night.err()).isZero();

    long start = System.nanoTime();
    Page page = open(out.resolve("exceptions.html"));
    assertThat(page.locator("#exceptions .row").first()).isVisible();
    measured("opening a page with 5,000 of 50,000 rows", start);
    assertThat(page.locator("#exceptions .row")).hasCount(100);
    assertThat(page.locator("[role=note]")).containsText("This page holds 5,000 of 5");
    start = System.nanoTime();
    page.locator("#search").fill("officer travel");
    page.locator("#unit").selectOption("Unit 3");
    assertThat(page.locator("#exceptions .row").first()).containsText("Unit 3");
    measured("searching them and taking one unit", start);
    page.locator("#controls button[type=reset]").click();
    assertThat(page.locator("#shown")).containsText("5,000 exceptions shown");
    page.locator("#all").check();
    page.locator("#acts [data-decide=ACKNOWLEDGE]").click();
    start = System.nanoTime();
    decide(page, "hr-7", "a broken interface");
    measured("deciding about all 5,000", start);
    assertThat(page.locator("#tally")).containsText("5,000 decisions kept in this browser");
    save(page, feed.resolve("decisions.csv"));
    assertThat(Ran.rows(feed.resolve("decisions.csv"))).hasSize(5_000);

    page.locator(".pages a").first().click();
    assertThat(page.locator("h1")).containsText("Unit 0");
    assertThat(page.locator("[role=note]")).containsText("further pages");
    assertThat(page.locator("#tally")).containsText("5,000 decisions kept in this browser");
    long inUnits = 0;
    try (DirectoryStream<Path> pages = Files.newDirectoryStream(out, "exceptions-*.html")) {
      for (Path each : pages) {
        page.navigate(each.toUri().toString());
        inUnits += ((Number) page.evaluate("rows.length")).longValue();
      }
    }
    assertThat(inUnits).isEqualTo(Ran.rows(out.resolve("exceptions.csv")).size());

    assertThat(Ran.night(feed, out, "2024-06-02").code()).isZero();
    assertThat(Ran.rows(out.resolve("exceptions.csv")))
        .filteredOn(row -> "ACKNOWLEDGED".equals(row.get("status")))
        .hasSize(5_000);
    Ran checked = Ran.command("verify-output", out.toString(), "--feed", feed.toString());
    assertThat(checked.code()).as(checked.out()).isZero();

    Files.writeString(feed.resolve("timesheets.csv"), "entry_id,officer_id,start,end\n");
    assertThat(Ran.night(feed, out, "2024-06-03").code()).isZero();
    assertThat(out)
        .as("pages of units that this night has not made")
        .isDirectoryNotContaining("glob:**exceptions-*.html");
  }

  @Test
  @DisplayName(
      "axe finds nothing serious, wide or narrow, light or dark, with a row and a dialog open")
  void accessible() throws IOException {
    String axe = resource("axe.min.js");
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(1280, 390)) {
        Page page = open(sampleNight.resolve("exceptions.html"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        page.locator("#breakdown summary").click();
        page.locator("#search").fill("stood_down");
        page.locator("#exceptions .opener").first().click();
        page.locator("#exceptions .row input").first().check();
        page.evaluate(axe);
        noFindings(page);
        page.locator("#acts [data-decide=REFUSE]").click();
        noFindings(page);
        assertThat(
                (Boolean)
                    page.evaluate(
                        "document.documentElement.scrollWidth <="
                            + " document.documentElement.clientWidth"))
            .as("nothing is wider than " + width)
            .isTrue();
        page.close();
      }
    }
  }

  @Test
  @DisplayName("axe finds nothing serious in payroll.html, and every link in it leads somewhere")
  void payroll() throws IOException {
    String axe = resource("axe.min.js");
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(1280, 390)) {
        Page page = open(sampleNight.resolve("payroll.html"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 900);
        page.locator("details summary").first().click();
        page.evaluate(axe);
        noFindings(page);
        assertThat(
                (List<?>)
                    page.evaluate(
                        """
                        [...document.querySelectorAll("a[href^='#']")]
                          .filter(link => !document.querySelector(link.getAttribute("href")))
                          .map(link => link.outerHTML)
                        """))
            .isEmpty();
        page.close();
      }
    }
  }

  private static void noFindings(Page page) {
    Object found =
        page.evaluate(
            """
            async () => (await axe.run()).violations
              .filter(each => ["serious", "critical"].includes(each.impact))
              .map(each => each.id + ": " + each.nodes.map(node => node.html).join(" "))
            """);
    assertThat((List<?>) found).isEmpty();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PagesInBrowserTest.class.getResourceAsStream("/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  @DisplayName("the pictures of the README and the guides")
  void screenshots() {
    picture("exceptions.png", 1280, 1130, ColorScheme.LIGHT, page -> {});
    picture(
        "exceptions-dark.png",
        1280,
        800,
        ColorScheme.DARK,
        page -> {
          page.locator("#list").scrollIntoViewIfNeeded();
          page.locator("#all").check();
          page.locator("#acts [data-decide=RELEASE]").click();
        });
    picture("exceptions-narrow.png", 390, 844, ColorScheme.LIGHT, page -> {});
    Page payroll = open(sampleNight.resolve("payroll.html"));
    payroll.setViewportSize(1280, 1000);
    screenshot(payroll, "payroll.png");
  }

  private void picture(
      String name, int width, int height, ColorScheme scheme, Consumer<Page> prepared) {
    Page page = open(sampleNight.resolve("exceptions.html"));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.setViewportSize(width, height);
    page.locator("#search").fill("s07");
    page.locator("#exceptions .opener").first().click();
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)");
    if (width < height) {
      page.evaluate("document.getElementById('list').scrollIntoView()");
    }
    prepared.accept(page);
    screenshot(page, name);
  }

  private static void screenshot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                Path.of(System.getProperty("screenshots", "target/screenshots")).resolve(name)));
    page.close();
  }
}
