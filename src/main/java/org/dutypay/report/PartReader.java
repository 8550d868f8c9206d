package org.dutypay.report;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads one part file block by block, refusing one that is damaged or was not closed. */
final class PartReader implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Path part;
  private final DataInputStream in;
  private final CRC32C checksum = new CRC32C();
  private byte[] block = new byte[BUFFER];
  private byte[] id = {};
  private boolean atEnd;
  private int firstSection;
  private final int[] lengths;

  /**
   * @param sections how many files' rows the part holds
   */
  PartReader(Path part, int sections) throws IOException {
    this.part = part;
    lengths = new int[sections];
    in = new DataInputStream(new BufferedInputStream(Files.newInputStream(part), BUFFER));
  }

  /** Goes to the next block; false where the file ends. */
  boolean next() throws IOException {
    try {
      int body = in.readInt();
      int expected = in.readInt();
      if (body == 0) {
        atEnd = true;
        return false;
      }
      if (body < 0) {
        throw damaged();
      }
      if (block.length < body) {
        block = new byte[Math.max(body, 2 * block.length)];
      }
      in.readFully(block, 0, body);
      checksum.reset();
      checksum.update(block, 0, body);
      if ((int) checksum.getValue() != expected) {
        throw damaged();
      }
    } catch (EOFException e) {
      throw damaged();
    }
    int idLength = block[0];
    id = Arrays.copyOfRange(block, 1, 1 + idLength);
    ByteBuffer fields = ByteBuffer.wrap(block).position(1 + idLength);
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = fields.getInt();
    }
    firstSection = fields.position();
    return true;
  }

  boolean isAtEnd() {
    return atEnd;
  }

  /** The officer's id of the current block. */
  byte[] id() {
    return id;
  }

  /** Copies the current block's rows to the end of their files, in the order of its sections. */
  void copyTo(List<? extends OutputStream> files) throws IOException {
    int start = firstSection;
    for (int i = 0; i < lengths.length; i++) {
      files.get(i).write(block, start, lengths[i]);
      start += lengths[i];
    }
  }

  private IOException damaged() {
    return new IOException(
        part
            + " is damaged or not complete. Delete the work folder, whose name ends in .work, and"
            + " run again.");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  @Override
  public String toString() {
    return part.getFileName().toString();
  }
}
