package eu.rempart.vault.password;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a new password must be: long, not one that everybody tries first, and not made of what is
 * known of its owner. No rule on kinds of characters: they make passwords worse (NIST SP 800-63B).
 * Passwords that are in use are not judged.
 */
public final class PasswordPolicy {

  /** The most characters (Unicode code points). */
  public static final int MAX_LENGTH = 256;

  private static final int FEWEST_DIFFERENT = 4;

  private PasswordPolicy() {}

  /** Why a new password is refused; empty if it is good. */
  static Optional<PasswordFault> check(char[] password, Strength strength, ContextWords words) {
    int length = Character.codePointCount(password, 0, password.length);
    if (length < strength.length()) {
      return Optional.of(strength.shorter());
    }
    if (length > MAX_LENGTH) {
      return Optional.of(PasswordFault.TOO_LONG);
    }
    int[] folded = Folding.fold(password);
    try {
      if (Arrays.stream(folded).distinct().count() < FEWEST_DIFFERENT
          || CommonPasswords.contains(folded)) {
        return Optional.of(PasswordFault.COMMON);
      }
      return Predictable.fault(folded, words);
    } finally {
      Arrays.fill(folded, 0);
    }
  }
}
