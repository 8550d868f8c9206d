package org.dutypay.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * One partition's results: the finished rows of its officers, for {@link Assembly} to merge.
 * Officers come in the order of their ids' bytes; where the order starts anew, as at the next spool
 * file, a new part file begins.
 *
 * <p>A part file is a sequence of blocks, one or more for an officer, and an empty block at its
 * end: {@code length, checksum, length of the id, id, length of the rows of each file, rows of each
 * file}. For use by one thread.
 */
final class PartWriter implements Closeable {

  static final String SUFFIX = ".part";

  /** A block's length and checksum. */
  static final int FRAME = 2 * Integer.BYTES;

  /**
   * An officer with more rows than this, such as the nobody of unreadable ids, gets several blocks.
   */
  private static final int FULL_BLOCK = 1 << 20;

  private static final int FULL_BUFFER = 1 << 18;

  private final Path folder;
  private final String partition;
  private final List<CsvFile> files;

  /** The rows of the officer at hand, in the order of the files. */
  private final List<CsvBytes> sections = new ArrayList<>();

  private final CRC32C checksum = new CRC32C();
  private ByteBuffer buffer = ByteBuffer.allocate(2 * FULL_BUFFER);
  private FileChannel file;
  private int run;
  private byte[] lastId;

  private PartWriter(Path folder, String partition, List<CsvFile> files, Position position)
      throws IOException {
    this.folder = folder;
    this.partition = partition;
    this.files = List.copyOf(files);
    this.files.forEach(file -> sections.add(new CsvBytes()));
    run = position.run;
    lastId = position.lastId.getBytes(StandardCharsets.US_ASCII);
    file = open(part(run), position.length);
    markEnd();
  }

  /**
   * Opens a partition's part files, new or where a former process left off: what was written after
   * the position is dropped.
   *
   * @param folder where the part files of all partitions lie
   * @param partition its name, of letters, digits and hyphens; the same on restart
   * @param position what {@link #position()} gave at the last commit, empty for a start from
   *     nothing
   * @param files the files whose rows the parts hold, in the order in which {@link Assembly} is
   *     given them
   */
  static PartWriter open(Path folder, String partition, String position, List<CsvFile> files)
      throws IOException {
    Position at = Position.parse(position);
    Files.createDirectories(folder);
    dropRunsAfter(folder, partition, at.run);
    return new PartWriter(folder, partition, files, at);
  }

  /** Begins the rows of an officer. */
  void begin(String officerId) throws IOException {
    byte[] id = officerId.getBytes(StandardCharsets.US_ASCII);
    if ((file.position() > 0 || buffer.position() > 0) && Arrays.compareUnsigned(id, lastId) <= 0) {
      endRun();
      run++;
      file = open(part(run), 0);
    }
    lastId = id;
  }

  /** Whether the part files have rows of a file. */
  boolean holds(CsvFile file) {
    return files.contains(file);
  }

  /** Where the officer's next row of a file goes. */
  CsvBytes to(CsvFile of) throws IOException {
    CsvBytes section = sections.get(files.indexOf(of));
    if (section.length() >= FULL_BLOCK) {
      end();
    }
    return section;
  }

  /** Ends the rows of the officer. */
  void end() throws IOException {
    byte[] id = lastId;
    int body = 1 + id.length + sections.size() * Integer.BYTES;
    for (CsvBytes section : sections) {
      body += section.length();
    }
    room(FRAME + body);
    buffer.putInt(body);
    int checksumAt = buffer.position();
    buffer.putInt(0);
    buffer.put((byte) id.length);
    buffer.put(id);
    for (CsvBytes section : sections) {
      buffer.putInt(section.length());
    }
    for (CsvBytes section : sections) {
      buffer.put(section.array(), 0, section.length());
      section.clear();
    }
    checksum.reset();
    checksum.update(buffer.array(), checksumAt + Integer.BYTES, body);
    buffer.putInt(checksumAt, (int) checksum.getValue());
    if (buffer.position() >= FULL_BUFFER) {
      flush();
    }
  }

  /**
   * Hands everything to the operating system and says where the part files stand, to be kept with
   * the chunk.
   */
  String position() throws IOException {
    flush();
    markEnd();
    return new Position(run, file.position(), new String(lastId, StandardCharsets.US_ASCII)).text();
  }

  @Override
  public void close() throws IOException {
    if (file.isOpen()) {
      endRun();
    }
  }

  private void endRun() throws IOException {
    flush();
    markEnd();
    file.close();
  }

  /**
   * Writes an end where the file ends now, for the next block to overwrite: a step may be committed
   * as completed and its process die before the file is closed.
   */
  private void markEnd() throws IOException {
    ByteBuffer end = ByteBuffer.allocate(FRAME);
    long at = file.position();
    while (end.hasRemaining()) {
      file.write(end, at + end.position());
    }
  }

  private void room(int more) throws IOException {
    if (buffer.remaining() < more) {
      flush();
      if (buffer.capacity() < more) {
        buffer = ByteBuffer.allocate(more);
      }
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    buffer.clear();
  }

  private Path part(int number) {
    return folder.resolve(partition + '.' + number + SUFFIX);
  }

  private static FileChannel open(Path part, long length) throws IOException {
    FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (file.size() < length) {
      long size = file.size();
      file.close();
      throw new IOException(
          "%s holds %,d bytes where %,d had been written. The disk lost some: delete the work folder, whose name ends in .work, and run again."
              .formatted(part, size, length));
    }
    file.truncate(length);
    file.position(length);
    return file;
  }

  private static void dropRunsAfter(Path folder, String partition, int run) throws IOException {
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder, partition + ".*" + SUFFIX)) {
      for (Path part : parts) {
        String name = part.getFileName().toString();
        String number = name.substring(partition.length() + 1, name.length() - SUFFIX.length());
        if (Integer.parseInt(number) > run) {
          Files.delete(part);
        }
      }
    }
  }

  /**
   * Where a partition's part files stand.
   *
   * @param run number of the current file, from 0
   * @param length bytes in it
   * @param lastId the last officer's id in it
   */
  private record Position(int run, long length, String lastId) {

    static Position parse(String text) {
      if (text.isEmpty()) {
        return new Position(0, 0, "");
      }
      String[] parts = text.split(":", 3);
      return new Position(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }

    String text() {
      return run + ":" + length + ":" + lastId;
    }
  }
}
