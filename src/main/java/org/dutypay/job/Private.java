package org.dutypay.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What the owner and the group may read and nobody else, whatever the umask; where the file system
 * knows of no such rights, it decides by itself.
 */
final class Private {

  private Private() {}

  static void file(Path file) throws IOException {
    set(file, "rw-r-----");
  }

  static void folder(Path folder) throws IOException {
    set(folder, "rwxr-x---");
  }

  private static void set(Path path, String rights) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
  }
}
