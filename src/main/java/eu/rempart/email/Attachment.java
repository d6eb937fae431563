package eu.rempart.email;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was attached to an e-mail.
 *
 * @param name as its sender called it
 * @param document where it is kept; null where it is not
 * @param file the version of the document that went out; null where it came in
 * @param why it is not kept; null where it is
 * @param quote the quote whose document it is; null for all else
 */
public record Attachment(
    String name,
    @Nullable UUID document,
    @Nullable UUID file,
    @Nullable Why why,
    @Nullable UUID quote) {

  /** What came in with a mail. */
  public Attachment(String name, @Nullable UUID document, @Nullable Why why) {
    this(name, document, null, why, null);
  }

  /** What goes out with a mail. */
  public static Attachment sent(String name, UUID document, UUID file) {
    return new Attachment(name, document, file, null, null);
  }

  /** The document of a quote, which is kept once the mail is sent. */
  public static Attachment quote(String name, UUID quote) {
    return new Attachment(name, null, null, null, quote);
  }

  /** Whether it is still to be kept. */
  public boolean pending() {
    return quote != null && file == null;
  }

  /** The same, as the document of a quote. */
  public Attachment as(@Nullable UUID ofQuote) {
    return new Attachment(name, document, file, why, ofQuote);
  }

  /** Why something is not kept. */
  public enum Why {
    /** The whole mail is larger than what is kept. */
    TOO_LARGE,
    /** It is empty, or not what its name says. */
    REFUSED,
    /** It does not come out of the mail. */
    BROKEN
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "Attachment[hidden]";
  }
}
