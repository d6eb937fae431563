package eu.rempart.quote;

/** A quote can't go out, since a field of it does not open. */
public final class UnopenableQuoteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final QuoteField field;

  public UnopenableQuoteException(QuoteId id, QuoteField field) {
    super("quote " + id + " does not open in " + field);
    this.field = field;
  }

  public QuoteField field() {
    return field;
  }
}
