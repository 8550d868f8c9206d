package org.dutypay.duty;

import org.dutypay.pay.ExceptionCode;

/**
 * One row that could not be read or used at all, as data: bad input never stops a run and never
 * disappears.
 *
 * @param file the file's name, such as {@code timesheets.csv}
 * @param line the line on which the row starts, from 1
 * @param code one of the codes of severity REJECTED
 * @param officerId empty where it cannot be read
 * @param date epoch day of the force day concerned, {@link None#NONE} where unreadable
 * @param entryId the timesheet's or claim's id, empty where there is none or it cannot be read
 * @param subKey keeps apart several matters of one code: for a row without an id the hash of its
 *     cells and its ordinal among equal rows, else the column concerned or empty
 * @param problem what is wrong, with the column and the cell
 * @param cells the row's own values, for the facts
 */
public record RejectedRow(
    String file,
    int line,
    ExceptionCode code,
    String officerId,
    long date,
    String entryId,
    String subKey,
    Problem problem,
    String cells) {}
