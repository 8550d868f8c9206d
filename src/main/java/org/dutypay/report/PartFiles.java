package org.dutypay.report;

import java.io.Closeable;
import java.io.IOException;

/** A partition's part files under way. */
public interface PartFiles extends Closeable {

  /**
   * Hands everything to the operating system and says where the part files stand, to be kept with
   * the chunk.
   */
  String position() throws IOException;
}
