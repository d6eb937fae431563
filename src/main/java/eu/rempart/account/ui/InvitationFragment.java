package eu.rempart.account.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What stands behind the {@code #} of an invitation's link: the code, and who invites. The name is
 * in the link and in no table, so that a dump and the link tell no more than the link does; whoever
 * holds the code could write another one into it, and could join as well.
 *
 * @param by empty where somebody typed the code alone
 */
public record InvitationFragment(String code, Optional<String> by) {

  private static final int LONGEST = 120;

  public String text() {
    return by.map(
            name ->
                code
                    + "."
                    + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(name.getBytes(StandardCharsets.UTF_8)))
        .orElse(code);
  }

  /** Takes whatever stands there; what can't be read as a name is none. */
  public static InvitationFragment parse(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new InvitationFragment(text, Optional.empty())
        : new InvitationFragment(text.substring(0, dot), name(text.substring(dot + 1)));
  }

  private static Optional<String> name(String encoded) {
    try {
      String name =
          new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8)
              .replaceAll("\\p{C}", "") // marks that nobody sees make one name look like another
              .strip();
      return name.isEmpty() || name.length() > LONGEST ? Optional.empty() : Optional.of(name);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
