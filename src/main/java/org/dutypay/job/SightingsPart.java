package org.dutypay.job;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dutypay.ledger.Decisions;
import org.dutypay.ledger.ExceptionMemory;
import org.dutypay.pay.PayException;
import org.dutypay.pay.TourCounts;
import org.dutypay.report.FeedReach;

/**
 * What one partition wants remembered: the officers it met and the exceptions they raised, for
 * {@link Sightings}. For one thread.
 */
final class SightingsPart implements Closeable {

  static final String SUFFIX = ".sightings";
  private static final int BUFFER = 1 << 16;
  static final int OFFICER = 1;
  static final int UNCHANGED = 2;
  static final int CHANGED = 3;

  /** The same facts as before, but somebody has decided on it. */
  static final int CONCERNED = 4;

  private final FileChannel file;
  private final DataOutputStream out;
  private final ExceptionMemory memory;
  private final Decisions decisions;

  private SightingsPart(FileChannel file, ExceptionMemory memory, Decisions decisions) {
    this.file = file;
    this.memory = memory;
    this.decisions = decisions;
    OutputStream stream = Channels.newOutputStream(file);
    out = new DataOutputStream(new BufferedOutputStream(stream, BUFFER));
  }

  /**
   * Opens a partition's part, new or where a former process left off.
   *
   * @param length what {@link #length()} gave at the last commit, 0 for a start from nothing
   */
  static SightingsPart open(
      Path folder, String partition, long length, ExceptionMemory memory, Decisions decisions)
      throws IOException {
    FileChannel file =
        FileChannel.open(
            folder.resolve(partition + SUFFIX),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    if (file.size() < length) {
      file.close();
      throw new IOException(
          "The disk lost a part of "
              + folder
              + ". Delete the folder "
              + folder.getParent()
              + " and run again.");
    }
    file.truncate(length);
    file.position(length);
    return new SightingsPart(file, memory, decisions);
  }

  /**
   * Notes an officer of the officers file.
   *
   * @param notCovered days and elements of the ledger that could not be reckoned afresh
   */
  void officer(String officerId, FeedReach reach, TourCounts tours, int notCovered)
      throws IOException {
    out.writeByte(OFFICER);
    out.writeUTF(officerId);
    out.writeLong(reach.rosterDay());
    out.writeLong(reach.duty());
    out.writeLong(reach.actingDay());
    out.writeLong(reach.claim());
    out.writeLong(reach.openingBalance());
    out.writeLong(tours.worked());
    out.writeLong(tours.absent());
    out.writeLong(tours.notBooked());
    out.writeInt(notCovered);
  }

  void exception(PayException exception) throws IOException {
    boolean unchanged = memory.isUnchanged(exception.id(), exception.facts());
    if (unchanged && !decisions.concerns(exception.id())) {
      out.writeByte(UNCHANGED);
      out.writeLong(exception.id());
      return;
    }
    out.writeByte(unchanged ? CONCERNED : CHANGED);
    out.writeLong(exception.id());
    out.writeLong(exception.facts());
    out.writeUTF(exception.code().name());
    out.writeUTF(exception.officerId());
    out.writeLong(exception.date());
    byte[] values = exception.factValues().getBytes(StandardCharsets.UTF_8);
    out.writeInt(values.length);
    out.write(values);
  }

  /**
   * Hands everything to the operating system and says where the part stands, to be kept with the
   * chunk.
   */
  long length() throws IOException {
    out.flush();
    return file.position();
  }

  @Override
  public void close() throws IOException {
    out.flush();
    file.close();
  }
}
