package eu.rempart.vault.password;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password must be: long, not one that everybody tries first, and not the owner's address.
 * No rule on kinds of characters: they make passwords worse (NIST SP 800-63B).
 */
public final class PasswordPolicy {

  public static final int MIN_LENGTH = 12;
  public static final int MAX_LENGTH = 256;

  private static final Set<String> COMMON = CommonPasswords.load();

  private PasswordPolicy() {}

  /**
   * @param personal what must not occur in it, such as the e-mail address; parts before an @ count
   *     from 4 characters on
   */
  public static Optional<PasswordFault> check(char[] password, String... personal) {
    if (password.length < MIN_LENGTH) {
      return Optional.of(PasswordFault.TOO_SHORT);
    }
    if (password.length > MAX_LENGTH) {
      return Optional.of(PasswordFault.TOO_LONG);
    }
    // no text is made of it: that would stay in memory until it is collected
    char[] lower = new char[password.length];
    for (int i = 0; i < password.length; i++) {
      lower[i] = Character.toLowerCase(password[i]);
    }
    try {
      return checkLower(CharBuffer.wrap(lower), personal);
    } finally {
      Arrays.fill(lower, '\0');
    }
  }

  private static Optional<PasswordFault> checkLower(CharBuffer lower, String... personal) {
    if (lower.chars().distinct().count() < 4
        || COMMON.stream().anyMatch(common -> common.contentEquals(lower))) {
      return Optional.of(PasswordFault.COMMON);
    }
    for (String word : personal) {
      String local = word.strip().toLowerCase(Locale.ROOT).split("@", 2)[0];
      if (local.length() >= 4 && contains(lower, local)) {
        return Optional.of(PasswordFault.PERSONAL);
      }
    }
    return Optional.empty();
  }

  private static boolean contains(CharBuffer whole, String part) {
    for (int from = 0; from + part.length() <= whole.length(); from++) {
      if (part.contentEquals(whole.subSequence(from, from + part.length()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * @throws WeakPasswordException if it is refused
   */
  public static void require(char[] password) {
    check(password)
        .ifPresent(
            fault -> {
              throw new WeakPasswordException(fault);
            });
  }
}
