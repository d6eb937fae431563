package eu.rempart.alert.channel;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That a peer took a message.
 *
 * @param reference how the peer names it, of letters, digits and {@code .-_@}, at most 100; the
 *     names of its parts, apart by a blank, where it went in several
 */
public record Receipt(@Nullable String reference) {

  /** Taken, without a name. */
  public static final Receipt TAKEN = new Receipt(null);

  /** All names together. */
  private static final int LONGEST = 500;

  private static final String NAME = "[A-Za-z0-9._@-]{1,100}";

  /** Leaves out what is no plain name: it is a stranger's. */
  public Receipt {
    if (reference != null
        && (reference.length() > LONGEST || !reference.matches(NAME + "( " + NAME + "){0,9}"))) {
      reference = null;
    }
  }

  /**
   * Of one that went in parts, each with a name of its own; those that are no names are left out.
   */
  public static Receipt of(List<String> parts) {
    return new Receipt(
        parts.stream()
            .filter(part -> part != null && part.matches(NAME))
            .collect(Collectors.joining(" ")));
  }
}
