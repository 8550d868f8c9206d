package org.dutypay.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dutypay.report.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code OUT.work} beside the output, where one run at a time keeps its spool, parts and
 * finished files until they are published. It is open to its owner only.
 */
public final class WorkFolder implements AutoCloseable {

  private static final String LOCK = "lock";
  private static final String OWNER = "run";
  private static final String UNRECONCILED = "unreconciled";

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;
  private boolean removed;

  private WorkFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /** The work folder of an output folder; empty where another run is using it. */
  public static Optional<WorkFolder> of(Path out) throws IOException {
    Path folder = out.resolveSibling(out.getFileName() + ".work");
    while (true) {
      FileChannel channel = null;
      try {
        Files.createDirectories(folder);
        Private.own(folder);
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
          Files.write(file, new byte[0], StandardOpenOption.CREATE);
        }
        Object before = identity(file);
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
          channel.close();
          return Optional.empty();
        }
        if (Objects.equals(identity(file), before)) {
          return Optional.of(new WorkFolder(folder, channel, lock));
        }
        channel.close();
      } catch (NoSuchFileException e) {
        // The run that had the folder has just removed it.
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /**
   * What tells a file from another of its name, without opening it: to close it again would free
   * the lock.
   */
  private static @Nullable Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  public Path spool() {
    return folder.resolve("spool");
  }

  public Path parts() {
    return folder.resolve("parts");
  }

  /** Merged part files from which the finished ones are made, where these are not the same. */
  Path merged() {
    return folder.resolve("merged");
  }

  /** What goes into the output folder. */
  public Path files() {
    return folder.resolve("files");
  }

  /** Whether its files have been moved to where people find them. */
  boolean isPublished() {
    return !Files.exists(files().resolve(Manifest.FILE_NAME));
  }

  /** Keeps whether the files reconcile. */
  void setReconciled(boolean reconciled) throws IOException {
    if (reconciled) {
      Files.deleteIfExists(folder.resolve(UNRECONCILED));
    } else {
      Files.writeString(folder.resolve(UNRECONCILED), "");
    }
  }

  boolean isReconciled() {
    return !Files.exists(folder.resolve(UNRECONCILED));
  }

  /** Whether it holds what a run has left. */
  public boolean belongsTo(String run) throws IOException {
    Path owner = folder.resolve(OWNER);
    return Files.exists(owner) && Files.readString(owner).equals(run);
  }

  /** Empties it for a run. */
  public void begin(String run) throws IOException {
    empty();
    for (Path inside : List.of(spool(), parts(), files())) {
      Files.createDirectories(inside);
    }
    Files.writeString(folder.resolve(OWNER), run);
    Failpoint.reach("begun");
  }

  /** Removes it. */
  public void remove() throws IOException {
    empty();
    Failpoint.reach("emptied");
    Files.deleteIfExists(folder.resolve(LOCK));
    Files.deleteIfExists(folder);
    removed = true;
  }

  private void empty() throws IOException {
    // The owner's mark goes first: a half-emptied folder belongs to nobody.
    Files.deleteIfExists(folder.resolve(OWNER));
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path path : inside.filter(path -> !path.endsWith(LOCK)).toList()) {
        delete(path);
      }
    }
  }

  static void delete(Path tree) throws IOException {
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Gives the folder free, and removes it where no run has left anything in it. */
  @Override
  public void close() throws IOException {
    // Once removed, a folder of this name is another run's.
    if (!removed && Files.isDirectory(folder) && !Files.exists(folder.resolve(OWNER))) {
      remove();
    }
    lock.close();
    channel.close();
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
