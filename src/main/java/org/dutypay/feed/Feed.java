package org.dutypay.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder with the input files of one run. Opening it looks at the names and header rows only.
 */
public final class Feed {

  private final Path folder;
  private final List<FeedFile> files;
  private final List<String> unreadFiles;
  private final List<String> misspelt;

  private Feed(Path folder, List<FeedFile> files, List<String> unreadFiles, List<String> misspelt) {
    this.folder = folder;
    this.files = List.copyOf(files);
    this.unreadFiles = List.copyOf(unreadFiles);
    this.misspelt = List.copyOf(misspelt);
  }

  /**
   * Opens a feed whose required files are there and have their required columns.
   *
   * @throws FeedException with one line that says what is missing
   */
  public static Feed open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new FeedException(
          "There is no folder "
              + folder
              + ". Name the folder that holds officers.csv, roster.csv and timesheets.csv.");
    }
    List<FeedFile> files = new ArrayList<>();
    List<String> misspelt = new ArrayList<>();
    for (FeedFile file : FeedFile.values()) {
      Path path = folder.resolve(file.fileName());
      if (Files.exists(path)) {
        Spelling.meant(header(file, path), file.reader().columns())
            .forEach(column -> misspelt.add(file.fileName() + " " + column));
        files.add(file);
      } else if (file.isRequired()) {
        throw new FeedException(
            file.fileName() + " is missing in " + folder + ". No run can do without it.");
      }
    }
    return new Feed(folder, files, unreadFiles(folder), misspelt);
  }

  /** The files it has, in the order in which they are read. */
  public List<FeedFile> files() {
    return files;
  }

  /**
   * CSV files of the folder that are none of the contract's, such as a misspelt name: to be named
   * once in the log.
   */
  public List<String> unreadFiles() {
    return unreadFiles;
  }

  /**
   * Columns that are not read and look like ones that would be, such as {@code timesheets.csv
   * informed (informed_at?)}.
   */
  public List<String> misspelt() {
    return misspelt;
  }

  public Path path(FeedFile file) {
    return folder.resolve(file.fileName());
  }

  /** Hashes every file in one raw pass. */
  public FeedDigest digest() {
    Map<String, String> hashes = new LinkedHashMap<>();
    long bytes = 0;
    byte[] buffer = new byte[1 << 18];
    for (FeedFile file : files) {
      try (HashedInput input = new HashedInput(path(file))) {
        while (input.read(buffer, 0, buffer.length) >= 0) {
          // Only the hash is wanted.
        }
        bytes += input.bytes();
        hashes.put(file.fileName(), input.sha256());
      } catch (IOException e) {
        throw new UncheckedIOException(file.fileName() + " cannot be read", e);
      }
    }
    return new FeedDigest(hashes, bytes);
  }

  private static Header header(FeedFile file, Path path) {
    if (!Files.isRegularFile(path)) {
      throw new FeedException(file.fileName() + " in " + path.getParent() + " is not a file.");
    }
    try (InputStream input = Files.newInputStream(path);
        CsvScanner scanner = new CsvScanner(input)) {
      return Header.read(file.fileName(), file.reader().columns(), scanner);
    } catch (IOException e) {
      throw new FeedException(
          file.fileName() + " cannot be read: " + e.getMessage() + ". Check its permissions.", e);
    }
  }

  private static List<String> unreadFiles(Path folder) {
    List<String> known = Stream.of(FeedFile.values()).map(FeedFile::fileName).toList();
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.endsWith(".csv") && !known.contains(name))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new FeedException(
          folder + " cannot be read: " + e.getMessage() + ". Check its permissions.", e);
    }
  }
}
