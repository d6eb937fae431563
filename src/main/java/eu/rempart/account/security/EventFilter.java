package eu.rempart.account.security;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which security events are wanted; what is empty narrows nothing.
 *
 * @param kinds dotted names such as {@code edge.banned}; any of them
 * @param cause what a ban is for: a detector's name
 * @param why for which reason somebody was refused: the key of a measure of traffic
 * @param place two letters of a country
 * @param network an address, or a network such as {@code 203.0.113.0/24}
 * @param since the oldest
 */
public record EventFilter(
    List<String> kinds, String cause, String why, String place, String network, Instant since) {

  private static final Pattern NETWORK =
      Pattern.compile(
          "([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]{1,40})(/[0-9]{1,3})?");

  /** Copies. */
  public EventFilter {
    kinds = List.copyOf(kinds);
    if (!network.isEmpty() && !looksLikeNetwork(network)) {
      throw new IllegalArgumentException(
          "a network has digits, dots and colons, not these %d characters"
              .formatted(network.length()));
    }
  }

  /** One for whatever reason. */
  public EventFilter(
      List<String> kinds, String cause, String place, String network, Instant since) {
    this(kinds, cause, "", place, network, since);
  }

  /** Whether it may be an address or a network; the database knows for certain. */
  public static boolean looksLikeNetwork(String text) {
    return NETWORK.matcher(text).matches();
  }
}
