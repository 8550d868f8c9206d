package org.dutypay.ledger;

/**
 * One exception as one night raised it.
 *
 * @param date epoch day of the force day, {@code PayException.NONE} where unreadable
 * @param factValues the values that decided it
 */
public record Sighting(
    long id, long facts, String code, String officerId, long date, String factValues) {}
