package org.dutypay.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.dutypay.reference.Allowances;
import org.dutypay.reference.PayScales;
import org.dutypay.reference.PublicHolidays;
import org.dutypay.reference.RuleNumbers;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The dated values that come with the program, and those that a feed adds or puts in their place.
 */
public final class ReferenceFiles {

  private static final String FOLDER = "/reference/";
  private static final String RULES = FOLDER + "rules";
  private static final String YAML = ".yml";

  /** What stands for a file of no feed where a spool has the number of a feed's file. */
  private static final int OF_NO_FEED = 0;

  private ReferenceFiles() {}

  /**
   * The built-in pay scales and those of the feed.
   *
   * @param knownBy epoch day of the run; awards that became known later are left out
   */
  public static PayScales payScales(Spool spool, long knownBy) {
    List<PayScales.Rate> rates = new ArrayList<>(builtInRates());
    rates.addAll(spool.rates());
    return new PayScales(rates, knownBy);
  }

  /** The rates that come with the program. */
  public static List<PayScales.Rate> builtInRates() {
    List<PayScales.Rate> rates = new ArrayList<>();
    builtIn(
        FeedFile.PAY_SCALES.fileName(),
        FeedFile.PAY_SCALES.reader(),
        spooled -> rates.add(PayScalesFile.rate(spooled)));
    return rates;
  }

  /**
   * The built-in pay scales and those of a file of pay-scales.csv's form.
   *
   * @param knownBy epoch day of the run; awards that became known later are left out
   */
  public static PayScales payScales(RatesFile file, long knownBy) {
    List<PayScales.Rate> rates = new ArrayList<>(builtInRates());
    rates.addAll(file.rates());
    return new PayScales(rates, knownBy);
  }

  /** The feed's public holidays, or the built-in ones where it has no such file. */
  public static PublicHolidays publicHolidays(Spool spool) {
    return spool.has(FeedFile.PUBLIC_HOLIDAYS)
        ? new PublicHolidays(spool.publicHolidays())
        : builtInHolidays();
  }

  /** The public holidays that come with the program. */
  public static PublicHolidays builtInHolidays() {
    Map<Long, String> names = new HashMap<>();
    builtIn(
        FeedFile.PUBLIC_HOLIDAYS.fileName(),
        FeedFile.PUBLIC_HOLIDAYS.reader(),
        spooled -> {
          Map.Entry<Long, String> holiday = PublicHolidaysFile.holiday(spooled);
          names.put(holiday.getKey(), holiday.getValue());
        });
    return new PublicHolidays(names);
  }

  /** The published allowances; a feed has none of its own. */
  public static Allowances allowances() {
    List<Allowances.Value> values = new ArrayList<>();
    builtIn(
        AllowancesFile.NAME,
        new AllowancesFile(),
        spooled -> values.add(AllowancesFile.value(spooled)));
    return new Allowances(values);
  }

  /**
   * The numbers of the rules: {@code rest-day.short-notice-days} is the key of that name in {@code
   * rest-day.yml}.
   */
  public static RuleNumbers ruleNumbers() {
    Map<String, List<RuleNumbers.Value>> numbers = new LinkedHashMap<>();
    for (String file : ruleFiles()) {
      try (InputStream resource = resource(RULES + "/" + file)) {
        Node root = YamlText.read(file, new InputStreamReader(resource, StandardCharsets.UTF_8));
        if (root == null) {
          throw new IllegalStateException(file + " holds no numbers");
        }
        String section = file.substring(0, file.length() - YAML.length());
        YamlText.mapping(file, root)
            .forEach((name, number) -> numbers.put(section + "." + name, values(file, number)));
      } catch (IOException e) {
        throw new UncheckedIOException(file + " cannot be read", e);
      }
    }
    return new RuleNumbers(numbers);
  }

  private static List<RuleNumbers.Value> values(String file, Node number) {
    Node values = YamlText.mapping(file, number).get("values");
    if (values == null) {
      throw new IllegalStateException(YamlText.at(file, number) + " has no values");
    }
    return YamlText.sequence(file, values).stream()
        .map(
            node -> {
              Map<String, Node> value = YamlText.mapping(file, node);
              return new RuleNumbers.Value(
                  date(part(file, node, value, "from")),
                  part(file, node, value, "value"),
                  part(file, node, value, "source"));
            })
        .toList();
  }

  private static String part(String file, Node node, Map<String, Node> value, String name) {
    Node part = value.get(name);
    if (part == null) {
      throw new IllegalStateException(YamlText.at(file, node) + " has no " + name);
    }
    return YamlText.scalar(file, part);
  }

  private static long date(String text) {
    return LocalDate.parse(text).toEpochDay();
  }

  /** The names of the rule files, on the class path's folder or in the program's jar. */
  private static List<String> ruleFiles() {
    URL folder = ReferenceFiles.class.getResource(RULES);
    if (folder == null) {
      throw new IllegalStateException("The program's " + RULES + " is missing");
    }
    try {
      URLConnection connection = folder.openConnection();
      if (connection instanceof JarURLConnection jar) {
        JarFile file = jar.getJarFile();
        String prefix = RULES.substring(1) + "/";
        return file.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith(prefix) && name.endsWith(YAML))
            .map(name -> name.substring(prefix.length()))
            .sorted()
            .toList();
      }
      try (Stream<Path> paths = Files.list(Path.of(folder.toURI()))) {
        return paths
            .map(path -> String.valueOf(path.getFileName()))
            .filter(name -> name.endsWith(YAML))
            .sorted()
            .toList();
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("The program's " + RULES + " cannot be listed", e);
    }
  }

  /**
   * Reads a built-in file with the reader of the feed's file of that name: one form, one set of
   * checks.
   */
  private static void builtIn(String file, RowReader reader, Consumer<SpoolBytes> taker) {
    try (InputStream resource = resource(FOLDER + file)) {
      read(file, resource, reader, taker);
    } catch (FeedException e) {
      throw new IllegalStateException("The built-in " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("The built-in " + file + " cannot be read", e);
    }
  }

  /**
   * Reads a file that belongs to no feed, every row of which has to be right.
   *
   * @param file its name, for messages
   * @throws FeedException for a row that cannot be read
   */
  static void read(String file, InputStream bytes, RowReader reader, Consumer<SpoolBytes> taker)
      throws IOException {
    SpoolRecord record = new SpoolRecord();
    try (CsvScanner scanner = new CsvScanner(bytes)) {
      Header header = Header.read(file, reader.columns(), scanner);
      Row row = new Row(scanner, reader.columns(), header);
      while (scanner.next()) {
        row.begin();
        record.begin(OF_NO_FEED, scanner.line(), new byte[0], 0, 0);
        if (!row.isBad()) {
          reader.read(row, record);
        }
        if (row.isBad()) {
          throw new FeedException(
              file + " line " + scanner.line() + ": " + row.problems().inFull());
        }
        SpoolBytes spooled = new SpoolBytes(record.finished(), new Texts());
        spooled.begin(0);
        taker.accept(spooled);
      }
    }
  }

  private static InputStream resource(String name) {
    InputStream resource = ReferenceFiles.class.getResourceAsStream(name);
    if (resource == null) {
      throw new IllegalStateException("The program's " + name + " is missing");
    }
    return resource;
  }
}
