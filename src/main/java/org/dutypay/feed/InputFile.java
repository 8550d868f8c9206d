package org.dutypay.feed;

import java.util.List;

/**
 * What is known of one input file once it has been read.
 *
 * @param name such as {@code roster.csv}
 * @param rows rows read, without the header and empty lines
 * @param sha256 of its bytes, in hexadecimal
 * @param unknownColumns columns that are not read, to be named once in the log
 */
public record InputFile(
    String name, long rows, long bytes, String sha256, List<String> unknownColumns) {

  public InputFile {
    unknownColumns = List.copyOf(unknownColumns);
  }
}
