package org.dutypay.job;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.dutypay.report.Manifest;

/**
 * Finished files on their way from the work folder to where people find them. Begun anew after a
 * kill, it ends the same.
 */
final class Publication {

  private static final String UNRECONCILED = ".unreconciled";

  private Publication() {}

  /**
   * Moves every file into the output folder, the manifest last.
   *
   * @param namedByContent a pattern of files that are removed there where the new manifest does not
   *     name them; empty = none
   */
  static void publish(Path files, Path out, String namedByContent) throws IOException {
    if (!Files.exists(out)) {
      Files.createDirectories(out);
      Private.folder(out);
    }
    if (!namedByContent.isEmpty()) {
      removeFormer(files.resolve(Manifest.FILE_NAME), out, namedByContent);
    }
    List<Path> finished;
    try (Stream<Path> listed = Files.list(files)) {
      finished = listed.filter(file -> !file.endsWith(Manifest.FILE_NAME)).sorted().toList();
    }
    for (Path file : finished) {
      move(file, out);
      Failpoint.reach("publish");
    }
    Path manifest = files.resolve(Manifest.FILE_NAME);
    if (Files.exists(manifest)) {
      move(manifest, out);
      Failpoint.reach("publish");
    }
  }

  /** The new manifest is there until everything else has been moved, also after a kill. */
  private static void removeFormer(Path manifest, Path out, String namedByContent)
      throws IOException {
    if (!Files.exists(manifest)) {
      return;
    }
    String named = Files.readString(manifest);
    try (DirectoryStream<Path> former = Files.newDirectoryStream(out, namedByContent)) {
      for (Path file : former) {
        if (!named.contains('"' + String.valueOf(file.getFileName()) + '"')) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * Moves the folder of files to {@code OUT.unreconciled}, in place of what an earlier night left
   * there.
   */
  static void keepAside(Path files, Path out) throws IOException {
    Path aside = out.resolveSibling(out.getFileName() + UNRECONCILED);
    if (Files.exists(files)) {
      if (Files.exists(aside)) {
        WorkFolder.delete(aside);
      }
      try (Stream<Path> listed = Files.list(files)) {
        for (Path file : listed.toList()) {
          Private.file(file);
        }
      }
      Private.folder(files);
      Files.move(files, aside);
    }
  }

  private static void move(Path file, Path folder) throws IOException {
    Private.file(file);
    Files.move(
        file,
        folder.resolve(file.getFileName()),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
