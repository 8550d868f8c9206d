package org.dutypay.report;

import java.util.OptionalLong;

/**
 * One file as it was written.
 *
 * @param rows rows without the header; of a page or workbook, the exceptions, officers or lines of
 *     pay that it shows or adds up
 * @param amountPence the sum of its amounts in pence (of exceptions, the held amounts), empty where
 *     the file holds no money
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record OutputFile(String file, long rows, OptionalLong amountPence, String sha256) {}
