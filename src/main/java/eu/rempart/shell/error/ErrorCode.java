package eu.rempart.shell.error;

import java.security.SecureRandom;

/**
 * The short code that ties what a person saw to the line in the log: eight characters that are hard
 * to mistake for one another when read over the phone.
 */
public final class ErrorCode {

  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private ErrorCode() {}

  /** A new code such as {@code K7QX-2MNB}. */
  public static String next() {
    var code = new StringBuilder(9);
    for (var i = 0; i < 8; i++) {
      if (i == 4) {
        code.append('-');
      }
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }
}
