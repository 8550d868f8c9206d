package org.dutypay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A Markdown file of the project as its tests see it: headings, tables, blocks of code, links. */
public record Document(Path file, List<String> lines) {

  public static final Path README = Path.of("README.md");

  private static final String FENCE = "```";
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern HEADING = Pattern.compile("#{1,4} .*");

  /**
   * A block of code.
   *
   * @param caption the last line of text before it, without its colon and backquotes
   */
  public record Block(String caption, List<String> lines) {}

  public static Document read(Path file) {
    try {
      return new Document(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines below a heading, up to the next one of its own level or above. */
  public Document under(String heading) {
    int from = lines.indexOf(heading);
    if (from < 0) {
      throw new AssertionError(file + " has no heading '" + heading + "'");
    }
    int level = heading.indexOf(' ');
    int to = from + 1;
    boolean code = false;
    while (to < lines.size()) {
      String line = lines.get(to);
      code ^= line.startsWith(FENCE);
      if (!code && HEADING.matcher(line).matches() && line.indexOf(' ') <= level) {
        break;
      }
      to++;
    }
    return new Document(file, lines.subList(from + 1, to));
  }

  /** The rows of the first table, without its header. */
  public List<String> table() {
    List<String> rows =
        lines.stream()
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    if (rows.size() < 2) {
      throw new AssertionError(file + " has no table here: " + lines);
    }
    return rows.subList(2, rows.size());
  }

  /** The cells of the first table's rows, without backquotes. */
  public List<List<String>> cells() {
    return table().stream()
        .map(
            row ->
                Arrays.stream(row.substring(1).split("\\|", -1))
                    .map(cell -> cell.replace("`", "").strip())
                    .toList())
        .map(cells -> cells.subList(0, cells.size() - 1))
        .toList();
  }

  /** One column of the first table, from 0. */
  public List<String> column(int number) {
    return cells().stream().map(row -> row.get(number)).toList();
  }

  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    String caption = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(FENCE)) {
        int end = i + 1;
        while (!lines.get(end).startsWith(FENCE)) {
          end++;
        }
        blocks.add(new Block(caption, List.copyOf(lines.subList(i + 1, end))));
        i = end;
      } else if (!line.isBlank()) {
        caption = line.replace("`", "").replaceFirst(":$", "").strip();
      }
    }
    return blocks;
  }

  /** The block of code with a caption. */
  public Block block(String caption) {
    return blocks().stream()
        .filter(block -> block.caption().equals(caption))
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + " shows no '" + caption + "'"));
  }

  /** The targets of all links. */
  public List<String> links() {
    return matches(LINK, String.join("\n", textLines()));
  }

  /** Everything between backquotes, and every line of the blocks of code. */
  public List<String> code() {
    List<String> code = new ArrayList<>(matches(CODE, String.join("\n", textLines())));
    blocks().forEach(block -> code.addAll(block.lines()));
    return code;
  }

  /** What a link to each heading is written as, without the #. */
  public List<String> anchors() {
    return textLines().stream()
        .filter(line -> HEADING.matcher(line).matches())
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .map(Document::anchor)
        .toList();
  }

  /** How a heading is linked to. */
  public static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }

  private List<String> textLines() {
    List<String> text = new ArrayList<>();
    boolean code = false;
    for (String line : lines) {
      boolean fence = line.startsWith(FENCE);
      code ^= fence;
      if (!code && !fence) {
        text.add(line);
      }
    }
    return text;
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
