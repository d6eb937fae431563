package eu.rempart.email;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The names of mails among all mails of the world (RFC 5322, 3.6.4). */
public final class MessageIds {

  private static final Pattern OWN = Pattern.compile("<([0-9a-f-]{36})@[^<>@\\s]{1,255}>");
  private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,900}>");

  private MessageIds() {}

  /** What a mail of ours is called. */
  public static String of(UUID mailId, String domain) {
    return "<" + mailId + "@" + (domain.isEmpty() ? "localhost" : domain) + ">";
  }

  /** The mail that may be called so; whether it is, its own record says. */
  public static Optional<UUID> mail(String messageId) {
    var matcher = OWN.matcher(messageId);
    try {
      return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** The ids that stand in a header, at most fifty, the last ones. */
  public static List<String> in(String header) {
    List<String> all = ID.matcher(header).results().map(found -> found.group()).toList();
    return all.subList(Math.max(0, all.size() - 50), all.size());
  }
}
