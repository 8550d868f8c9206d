package org.dutypay.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the owner and the group may read at most, whatever the umask; where the file system knows of
 * no such rights, it decides by itself.
 */
final class Private {

  private Private() {}

  /** A folder of the owner alone. */
  static void own(Path folder) throws IOException {
    set(folder, "rwx------");
  }

  static void file(Path file) throws IOException {
    set(file, "rw-r-----");
  }

  static void folder(Path folder) throws IOException {
    set(folder, "rwxr-x---");
  }

  private static void set(Path path, String rights) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Set<PosixFilePermission> kept = EnumSet.noneOf(PosixFilePermission.class);
      kept.addAll(Files.getPosixFilePermissions(path));
      kept.retainAll(PosixFilePermissions.fromString(rights));
      Files.setPosixFilePermissions(path, kept);
    }
  }
}
