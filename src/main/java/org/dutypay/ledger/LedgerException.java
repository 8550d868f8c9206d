package org.dutypay.ledger;

/** The database cannot be used now: the message says why and what to do, without secrets. */
public final class LedgerException extends RuntimeException {

  public LedgerException(String message) {
    super(message);
  }

  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
