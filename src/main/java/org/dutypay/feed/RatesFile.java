package org.dutypay.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dutypay.reference.PayScales;

/**
 * A file of rates of its own, in the form of a feed's pay-scales.csv: what a comparison adds to the
 * built-in rates instead of the feed's.
 *
 * @param name without the folders above it
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record RatesFile(String name, List<PayScales.Rate> rates, String sha256) {

  public RatesFile {
    rates = List.copyOf(rates);
  }

  /**
   * Reads a file, every row of which has to be right: nobody looks through its exceptions.
   *
   * @throws FeedException with one line that names the file, the line and the column
   */
  public static RatesFile read(Path path) {
    String name = String.valueOf(path.getFileName());
    if (!Files.isRegularFile(path)) {
      throw new FeedException("There is no file of rates " + path + ".");
    }
    List<PayScales.Rate> rates = new ArrayList<>();
    try (HashedInput bytes = new HashedInput(path)) {
      ReferenceFiles.read(
          name,
          bytes,
          FeedFile.PAY_SCALES.reader(),
          spooled -> rates.add(PayScalesFile.rate(spooled)));
      return new RatesFile(name, rates, bytes.sha256());
    } catch (IOException e) {
      throw new FeedException(
          name + " cannot be read: " + e.getMessage() + ". Check its permissions.", e);
    }
  }
}
