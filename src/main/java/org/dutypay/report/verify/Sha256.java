package org.dutypay.report.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files, in hexadecimal digits. */
final class Sha256 {

  private Sha256() {}

  static String of(Path file) throws IOException {
    try (DigestInputStream in = passing(Files.newInputStream(file))) {
      in.transferTo(OutputStream.nullOutputStream());
      return of(in);
    }
  }

  /** The same bytes, hashed as they pass. */
  static DigestInputStream passing(InputStream bytes) {
    try {
      return new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The hash of what has passed. */
  static String of(DigestInputStream passed) {
    return HexFormat.of().formatHex(passed.getMessageDigest().digest());
  }
}
