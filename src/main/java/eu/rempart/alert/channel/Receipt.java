package eu.rempart.alert.channel;

import org.jspecify.annotations.Nullable;

/**
 * That a peer took a message.
 *
 * @param reference how the peer names it; of letters, digits and {@code .-_@}, at most 100
 */
public record Receipt(@Nullable String reference) {

  /** Taken, without a name. */
  public static final Receipt TAKEN = new Receipt(null);

  private static final int LONGEST = 100;

  /** Leaves out what is no plain name: it is a stranger's. */
  public Receipt {
    if (reference != null && !reference.matches("[A-Za-z0-9._@-]{1," + LONGEST + "}")) {
      reference = null;
    }
  }
}
