package org.dutypay.feed;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutypay.reference.PayScales;

/**
 * A received feed: accepted and rejected rows in compact files, all rows of one officer in one of
 * them. Everything after receiving reads the spool and never the feed.
 */
public final class Spool {

  private static final String RECEIPT = "receipt";
  private static final String REFERENCE = "reference";

  private static final long INPUT_OF_A_FILE = 8L << 20;
  private static final int FEWEST_FILES = 4;
  private static final int MOST_FILES = 256;

  private final Path folder;
  private final int fileCount;
  private final List<InputFile> inputs;
  private final Map<Long, String> publicHolidays = new HashMap<>();
  private final List<PayScales.Rate> rates = new ArrayList<>();
  private final List<DecisionRow> decisions = new ArrayList<>();

  private Spool(Path folder, int fileCount, List<InputFile> inputs) throws IOException {
    this.folder = folder;
    this.fileCount = fileCount;
    this.inputs = List.copyOf(inputs);
    readReference(Files.readAllBytes(folder.resolve(REFERENCE)));
  }

  /** Whether a folder holds a completely received feed. */
  public static boolean isComplete(Path folder) {
    return Files.exists(folder.resolve(RECEIPT));
  }

  /** Opens a received feed, also one that an interrupted run has left. */
  public static Spool open(Path folder) {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(folder.resolve(RECEIPT)))) {
      int fileCount = in.readInt();
      List<InputFile> inputs = new ArrayList<>();
      int inputCount = in.readInt();
      for (int i = 0; i < inputCount; i++) {
        String name = in.readUTF();
        long rows = in.readLong();
        long bytes = in.readLong();
        String sha256 = in.readUTF();
        List<String> unknownColumns = new ArrayList<>();
        int unknownCount = in.readInt();
        for (int j = 0; j < unknownCount; j++) {
          unknownColumns.add(in.readUTF());
        }
        inputs.add(new InputFile(name, rows, bytes, sha256, unknownColumns));
      }
      return new Spool(folder, fileCount, inputs);
    } catch (IOException e) {
      throw new UncheckedIOException("The spool in " + folder + " cannot be read", e);
    }
  }

  /**
   * Into how many files a feed is spooled: about one for 8 MiB, so that each fits into memory; its
   * size alone decides.
   */
  public static int fileCount(long feedBytes) {
    int count = FEWEST_FILES;
    while (count < MOST_FILES && count * INPUT_OF_A_FILE < feedBytes) {
      count *= 2;
    }
    return count;
  }

  static void complete(Path folder, int fileCount, List<InputFile> inputs) throws IOException {
    Path unfinished = folder.resolve(RECEIPT + ".tmp");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(unfinished))) {
      out.writeInt(fileCount);
      out.writeInt(inputs.size());
      for (InputFile input : inputs) {
        out.writeUTF(input.name());
        out.writeLong(input.rows());
        out.writeLong(input.bytes());
        out.writeUTF(input.sha256());
        out.writeInt(input.unknownColumns().size());
        for (String column : input.unknownColumns()) {
          out.writeUTF(column);
        }
      }
    }
    Files.move(unfinished, folder.resolve(RECEIPT));
  }

  /** The number of the spool file for an officer id. */
  static int fileOf(byte[] id, int from, int to, int fileCount) {
    return Texts.hash(id, from, to) & (fileCount - 1);
  }

  static Path file(Path folder, int number) {
    return folder.resolve("officers-" + number);
  }

  static Path reference(Path folder) {
    return folder.resolve(REFERENCE);
  }

  public int fileCount() {
    return fileCount;
  }

  /** A spool file, by number from 0. */
  public Path file(int number) {
    return file(folder, number);
  }

  /** The spool file that holds an officer's rows, if the feed has any. */
  public Path fileOf(String officerId) {
    byte[] id = officerId.getBytes(StandardCharsets.UTF_8);
    return file(fileOf(id, 0, id.length, fileCount));
  }

  /** The input files that were read, in the order of {@link FeedFile}. */
  public List<InputFile> inputs() {
    return inputs;
  }

  /** Whether the feed had this file. */
  public boolean has(FeedFile file) {
    return inputs.stream().anyMatch(input -> input.name().equals(file.fileName()));
  }

  /** The feed's own public holidays by epoch day. */
  public Map<Long, String> publicHolidays() {
    return Map.copyOf(publicHolidays);
  }

  /** The feed's own pay scales, in the order of the file. */
  public List<PayScales.Rate> rates() {
    return List.copyOf(rates);
  }

  /** The feed's decisions, in the order of the file. */
  public List<DecisionRow> decisions() {
    return List.copyOf(decisions);
  }

  private void readReference(byte[] bytes) {
    SpoolBytes spooled = new SpoolBytes(bytes, new Texts());
    for (int at = 0; at < bytes.length; at += (int) SpoolRecord.INT.get(bytes, at)) {
      int kind = bytes[at + SpoolRecord.KIND_AT];
      int line = (int) SpoolRecord.INT.get(bytes, at + SpoolRecord.LINE_AT);
      spooled.begin(at);
      if (kind == FeedFile.PUBLIC_HOLIDAYS.number()) {
        Map.Entry<Long, String> holiday = PublicHolidaysFile.holiday(spooled);
        publicHolidays.put(holiday.getKey(), holiday.getValue());
      } else if (kind == FeedFile.PAY_SCALES.number()) {
        rates.add(PayScalesFile.rate(spooled));
      } else if (kind == FeedFile.DECISIONS.number()) {
        decisions.add(DecisionsFile.decision(line, spooled));
      }
    }
  }
}
