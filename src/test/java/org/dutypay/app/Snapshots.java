package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dutypay.job.Witness;

/**
 * A folder as it was on the disk after each write of a command: what a power cut would have left.
 */
final class Snapshots {

  private final Path folder;
  private final Path kept;
  private final List<String> places = new ArrayList<>();

  private Snapshots(Path folder, Path kept) {
    this.folder = folder;
    this.kept = kept;
  }

  /**
   * Runs a command to its end.
   *
   * @param folder where the command writes
   * @param kept where the copies go
   * @param command with one worker, which always comes by the same places
   */
  static Snapshots of(Path folder, Path kept, String... command) {
    Snapshots snapshots = new Snapshots(folder, kept);
    try (Witness looking = Witness.of(snapshots::take)) {
      assertThat(looking).isNotNull();
      Ran ran = Ran.command(command);
      assertThat(ran.code()).as(ran.err()).isZero();
    }
    return snapshots;
  }

  private void take(String place) {
    places.add(place);
    copy(folder, kept.resolve("n" + places.size()));
  }

  /** The name of each place that the command came by; the first is that of its first write. */
  List<String> places() {
    return places;
  }

  /** After how many writes the command comes by the middle one of the places of a name. */
  int middle(String name) {
    int[] writes =
        IntStream.rangeClosed(1, places.size())
            .filter(n -> places.get(n - 1).equals(name))
            .toArray();
    return writes[writes.length / 2];
  }

  /** The folder, put back to what it was after a number of writes. */
  Path restored(int writes) throws IOException {
    delete(folder);
    copy(kept.resolve("n" + writes), folder);
    return folder;
  }

  static void copy(Path from, Path to) {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
