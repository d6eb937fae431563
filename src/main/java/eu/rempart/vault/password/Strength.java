package eu.rempart.vault.password;

/**
 * How long a new password has to be, by what else its owner proves at sign-in (NIST SP 800-63B-4,
 * 3.1.1.2). Decided by the service that takes the password.
 */
public enum Strength {
  /** The password alone lets somebody in. */
  ONLY_FACTOR(15, PasswordFault.TOO_SHORT),
  /** Something else is asked for as well: a code or a passkey. */
  WITH_SECOND_FACTOR(12, PasswordFault.TOO_SHORT_WITH_SECOND_FACTOR);

  private final int length;
  private final PasswordFault shorter;

  Strength(int length, PasswordFault shorter) {
    this.length = length;
    this.shorter = shorter;
  }

  /** The fewest characters (Unicode code points). */
  public int length() {
    return length;
  }

  /** Why a password with fewer characters is refused. */
  PasswordFault shorter() {
    return shorter;
  }
}
