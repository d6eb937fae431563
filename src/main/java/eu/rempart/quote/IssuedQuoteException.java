package eu.rempart.quote;

/** An issued quote never changes, and never goes to the bin: a revision follows it. */
public final class IssuedQuoteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IssuedQuoteException(QuoteId id) {
    super("quote " + id + " is issued");
  }
}
