package org.dutypay.job;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dutypay.ledger.Decisions;
import org.dutypay.ledger.Sighting;
import org.dutypay.pay.TourCounts;
import org.dutypay.report.FeedReach;

/** What all partitions want remembered, read back from their parts. */
final class Sightings {

  /**
   * The partition of the warnings about decisions, which no decision of the same night concerns.
   */
  static final String OF_DECISIONS = "decisions";

  private static final int BUFFER = 1 << 16;

  private final List<String> officers = new ArrayList<>();
  private final List<Sighting> changed = new ArrayList<>();
  private final List<Sighting> concerned = new ArrayList<>();
  private long[] unchanged = new long[1024];
  private int unchangedCount;
  private FeedReach reach = FeedReach.NONE;
  private TourCounts tours = TourCounts.NONE;
  private long notCovered;

  private Sightings() {}

  /** Reads the parts in a folder. */
  static Sightings readAll(Path folder, Decisions decisions) throws IOException {
    Sightings all = new Sightings();
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder, "*" + SightingsPart.SUFFIX)) {
      for (Path part : parts) {
        try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(part), BUFFER))) {
          boolean ofOfficers = !part.getFileName().toString().startsWith(OF_DECISIONS);
          for (int kind = in.read(); kind >= 0; kind = in.read()) {
            all.read(kind, in, decisions, ofOfficers);
          }
        }
      }
    }
    all.officers.sort(null);
    return all;
  }

  private void read(int kind, DataInputStream in, Decisions decisions, boolean ofOfficers)
      throws IOException {
    if (kind == SightingsPart.OFFICER) {
      officers.add(in.readUTF());
      reach =
          reach.or(
              new FeedReach(
                  in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong()));
      tours = tours.plus(new TourCounts(in.readLong(), in.readLong(), in.readLong()));
      notCovered += in.readInt();
      return;
    }
    long id = in.readLong();
    if (kind != SightingsPart.CHANGED) {
      if (unchangedCount == unchanged.length) {
        unchanged = Arrays.copyOf(unchanged, 2 * unchangedCount);
      }
      unchanged[unchangedCount++] = id;
    }
    if (kind != SightingsPart.UNCHANGED) {
      Sighting sighting =
          new Sighting(
              id,
              in.readLong(),
              in.readUTF(),
              in.readUTF(),
              in.readLong(),
              new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
      if (kind == SightingsPart.CHANGED) {
        changed.add(sighting);
      }
      if (ofOfficers && decisions.concerns(id)) {
        concerned.add(sighting);
      }
    }
  }

  /** Ids of the officers file's officers, in byte order. */
  List<String> officers() {
    return officers;
  }

  /** Ids of exceptions that earlier run dates saw with the same facts. */
  long[] unchanged() {
    return Arrays.copyOf(unchanged, unchangedCount);
  }

  /** All other exceptions. */
  List<Sighting> changed() {
    return changed;
  }

  /** The exceptions that tonight's decisions.csv names. */
  List<Sighting> concerned() {
    return concerned;
  }

  /** How far back the rows of the officers file's officers go. */
  FeedReach reach() {
    return reach;
  }

  /** Days and elements of the ledger that could not be reckoned afresh. */
  long notCovered() {
    return notCovered;
  }

  /** What became of all rostered tours. */
  TourCounts tours() {
    return tours;
  }
}
