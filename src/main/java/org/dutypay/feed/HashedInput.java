package org.dutypay.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file's bytes, hashed and counted as they pass. */
final class HashedInput extends InputStream {

  private final InputStream file;
  private final MessageDigest digest;
  private long bytes;

  HashedInput(Path path) throws IOException {
    file = Files.newInputStream(path);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = file.read(into, offset, length);
    if (read > 0) {
      digest.update(into, offset, read);
      bytes += read;
    }
    return read;
  }

  /** Bytes read so far. */
  long bytes() {
    return bytes;
  }

  /** The hash of what was read, in hexadecimal; to be asked once, at the end. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
