package org.dutypay.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dutypay.duty.ForceDays;

/**
 * Reads every file of a feed once, checks each row and scatters accepted and rejected rows by
 * officer over the files of a spool. Memory does not grow with the feed.
 */
public final class Receive {

  private static final int ROWS_BETWEEN_PROGRESS = 1 << 16;
  private static final int BUFFER = 1 << 15;

  private final Feed feed;
  private final FeedDigest digest;
  private final ForceDays forceDays;
  private final ReceiveProgress progress;
  private final int fileCount;
  private long rowsOfEarlierFiles;
  private long bytesOfEarlierFiles;

  /**
   * Prepares to receive a feed.
   *
   * @param digest of the feed as it was when the run began
   * @param forceDays to date bookings that cannot be used
   */
  public Receive(Feed feed, FeedDigest digest, ForceDays forceDays, ReceiveProgress progress) {
    this.feed = feed;
    this.digest = digest;
    this.forceDays = forceDays;
    this.progress = progress;
    this.fileCount = Spool.fileCount(digest.bytes());
  }

  /**
   * Receives the feed into a folder, which is made, or emptied of what an interrupted attempt has
   * left.
   *
   * @throws FeedChangedException where a file is no longer the one of the digest
   */
  public Spool into(Path folder) {
    try {
      prepare(folder);
      List<InputFile> inputs = new ArrayList<>();
      try (SpoolWriter officers = new SpoolWriter(spoolPaths(folder), BUFFER);
          SpoolWriter reference = new SpoolWriter(new Path[] {Spool.reference(folder)}, BUFFER)) {
        for (FeedFile file : FeedFile.values()) {
          if (digest.sha256().containsKey(file.fileName())) {
            inputs.add(receive(file, folder, officers, reference));
          }
        }
      }
      Spool.complete(folder, fileCount, inputs);
      return Spool.open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The feed could not be received into " + folder + ": " + e.getMessage(), e);
    }
  }

  private InputFile receive(FeedFile file, Path folder, SpoolWriter officers, SpoolWriter reference)
      throws IOException {
    try (HashedInput input = new HashedInput(feed.path(file));
        CsvScanner scanner = new CsvScanner(input);
        RepeatedIds ids = new RepeatedIds(folder, file.hasIds() ? digest.bytes() : 0)) {
      Columns columns = file.reader().columns();
      Header header = Header.read(file.fileName(), columns, scanner);
      Row row = new Row(scanner, columns, header);
      FileRows rows = new FileRows(file, forceDays, fileCount, officers, reference, ids);
      long count = 0;
      while (scanner.next()) {
        row.begin();
        rows.take(row);
        count++;
        if ((count & (ROWS_BETWEEN_PROGRESS - 1)) == 0) {
          progress.received(rowsOfEarlierFiles + count, bytesOfEarlierFiles + input.bytes());
        }
      }
      rows.finish();
      String sha256 = input.sha256();
      if (!sha256.equals(digest.sha256().get(file.fileName()))) {
        throw new FeedChangedException(file.fileName());
      }
      rowsOfEarlierFiles += count;
      bytesOfEarlierFiles += input.bytes();
      progress.received(rowsOfEarlierFiles, bytesOfEarlierFiles);
      return new InputFile(
          file.fileName(),
          count,
          input.bytes(),
          sha256,
          header.unknown().stream().map(Shown::text).toList());
    }
  }

  private Path[] spoolPaths(Path folder) {
    Path[] paths = new Path[fileCount];
    for (int i = 0; i < fileCount; i++) {
      paths[i] = Spool.file(folder, i);
    }
    return paths;
  }

  private static void prepare(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> left = Files.list(folder)) {
      for (Path path : left.toList()) {
        Files.delete(path);
      }
    }
  }
}
