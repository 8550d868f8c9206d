package org.dutypay.report;

/**
 * What was received of one input file.
 *
 * @param rowsRead rows without the header and without empty lines, usable or not
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record InputCount(String file, long rowsRead, String sha256) {}
