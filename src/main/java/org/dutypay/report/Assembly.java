package org.dutypay.report;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Merges the part files of all partitions into files of one row each, by the bytes of officer ids.
 * Rows are copied as they are; only where one officer's lie in two part files are they put in
 * order.
 */
public final class Assembly {

  private static final int BUFFER = 1 << 18;

  /** Of a night's or closing's files, those for the reports and the ledger only. */
  private static final List<CsvFile> UNPUBLISHED =
      List.of(CsvFile.MATTERS, CsvFile.SHOWN, CsvFile.KNOWN);

  private static final Comparator<PartReader> BY_OFFICER =
      (one, other) -> Arrays.compareUnsigned(one.id(), other.id());

  private Assembly() {}

  /**
   * Writes the files of a night or of a closing, and payroll-totals.csv.
   *
   * @param kinds those of a night or of a closing
   * @param unpublished the folder for what only the reports and the ledger get
   */
  public static void writeNight(Path parts, List<CsvFile> kinds, Path out, Path unpublished)
      throws IOException {
    write(parts, kinds, out);
    PayrollTotals.write(out);
    Files.createDirectories(unpublished);
    for (CsvFile kind : kinds) {
      if (UNPUBLISHED.contains(kind)) {
        String name = kind.fileName();
        Files.move(
            out.resolve(name), unpublished.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /**
   * Writes files.
   *
   * @param parts the folder of the part files
   * @param kinds the files, in the order in which {@link PartWriter} was given them
   * @param out the folder for the files; those of an interrupted assembly are overwritten
   */
  public static void write(Path parts, List<CsvFile> kinds, Path out) throws IOException {
    List<PartReader> readers = new ArrayList<>();
    List<OutputStream> files = new ArrayList<>();
    try {
      for (CsvFile file : kinds) {
        OutputStream stream =
            new BufferedOutputStream(Files.newOutputStream(out.resolve(file.fileName())), BUFFER);
        files.add(stream);
        stream.write((file.header() + '\n').getBytes(StandardCharsets.US_ASCII));
      }
      try (DirectoryStream<Path> paths = Files.newDirectoryStream(parts, "*" + PartWriter.SUFFIX)) {
        for (Path path : paths) {
          readers.add(new PartReader(path, kinds.size()));
        }
      }
      merge(readers, kinds, files);
    } finally {
      for (PartReader reader : readers) {
        reader.close();
      }
      for (OutputStream file : files) {
        file.close();
      }
    }
  }

  private static void merge(List<PartReader> parts, List<CsvFile> kinds, List<OutputStream> files)
      throws IOException {
    PriorityQueue<PartReader> queue = new PriorityQueue<>(BY_OFFICER);
    for (PartReader part : parts) {
      if (part.next()) {
        queue.add(part);
      }
    }
    while (!queue.isEmpty()) {
      byte[] officer = queue.element().id();
      List<PartReader> sources = new ArrayList<>(1);
      while (!queue.isEmpty() && Arrays.equals(queue.element().id(), officer)) {
        sources.add(queue.remove());
      }
      if (sources.size() == 1) {
        copy(sources.getFirst(), officer, files);
      } else {
        copyInOrder(sources, officer, kinds, files);
      }
      for (PartReader source : sources) {
        if (!source.isAtEnd()) {
          queue.add(source);
        }
      }
    }
  }

  /** Copies the officer's rows and goes on to the part's next officer. */
  private static void copy(PartReader source, byte[] officer, List<? extends OutputStream> files)
      throws IOException {
    do {
      source.copyTo(files);
    } while (source.next() && Arrays.equals(source.id(), officer));
  }

  /** An officer in several part files: what the decisions gave beside what the case gave. */
  private static void copyInOrder(
      List<PartReader> sources, byte[] officer, List<CsvFile> kinds, List<OutputStream> files)
      throws IOException {
    List<ByteArrayOutputStream> sections =
        Stream.generate(ByteArrayOutputStream::new).limit(files.size()).toList();
    for (PartReader source : sources) {
      copy(source, officer, sections);
    }
    for (int i = 0; i < kinds.size(); i++) {
      SortedRows.of(kinds.get(i), sections.get(i).toByteArray()).writeTo(files.get(i));
    }
  }
}
