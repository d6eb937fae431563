package eu.rempart.account.ui;

import eu.rempart.account.joining.InvitedBy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What stands behind the {@code #} of an invitation's link: the code, who invites, and what shows
 * that Rempart wrote that name there. The name is in the link and in no table, so that a dump and
 * the link tell no more than the link does.
 *
 * @param by empty where somebody typed the code alone
 */
public record InvitationFragment(String code, Optional<InvitedBy> by) {

  private static final int LONGEST = 120;

  public String text() {
    return by.map(
            who ->
                String.join(
                    ".",
                    code,
                    encoded(who.name().getBytes(StandardCharsets.UTF_8)),
                    encoded(who.mark())))
        .orElse(code);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Takes whatever stands there; what can't be read as a name is none. */
  public static InvitationFragment parse(String text) {
    String[] parts = text.split("\\.", -1);
    return new InvitationFragment(parts[0], parts.length == 1 ? Optional.empty() : by(parts));
  }

  private static Optional<InvitedBy> by(String[] parts) {
    try {
      String name = new String(decoded(parts[1]), StandardCharsets.UTF_8);
      byte[] mark = parts.length == 3 ? decoded(parts[2]) : new byte[0];
      return name.isBlank() || name.length() > LONGEST
          ? Optional.empty()
          : Optional.of(new InvitedBy(name, mark));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }
}
