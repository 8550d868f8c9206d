package org.dutypay.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Appends records to many files at once, with one buffer for each. */
final class SpoolWriter implements Closeable {

  private final OutputStream[] files;
  private final byte[][] buffers;
  private final int[] filled;
  private boolean closed;

  SpoolWriter(Path[] paths, int bufferSize) throws IOException {
    files = new OutputStream[paths.length];
    buffers = new byte[paths.length][bufferSize];
    filled = new int[paths.length];
    for (int i = 0; i < paths.length; i++) {
      files[i] = Files.newOutputStream(paths[i]);
    }
  }

  void write(int file, byte[] bytes, int length) throws IOException {
    byte[] buffer = buffers[file];
    if (filled[file] + length > buffer.length) {
      files[file].write(buffer, 0, filled[file]);
      filled[file] = 0;
      if (length > buffer.length) {
        files[file].write(bytes, 0, length);
        return;
      }
    }
    System.arraycopy(bytes, 0, buffer, filled[file], length);
    filled[file] += length;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    for (int i = 0; i < files.length; i++) {
      try (OutputStream file = files[i]) {
        file.write(buffers[i], 0, filled[i]);
      }
    }
  }
}
