package eu.rempart.quote;

import org.jspecify.annotations.Nullable;

/** A quote can't go out, since a field of it does not open. */
public final class UnopenableQuoteException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable QuoteField field;

  public UnopenableQuoteException(QuoteId id, @Nullable QuoteField field) {
    super("quote " + id + " does not open in " + (field == null ? "its logo" : field));
    this.field = field;
  }

  /** The logo of the letterhead of its day. */
  public static UnopenableQuoteException logo(QuoteId id) {
    return new UnopenableQuoteException(id, null);
  }

  /** Null for the logo. */
  public @Nullable QuoteField field() {
    return field;
  }
}
