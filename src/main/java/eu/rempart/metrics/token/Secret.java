package eu.rempart.metrics.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Makes tokens of 256 random bits, and their hashes. */
final class Secret {

  private static final String PREFIX = "rpm_";
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("rpm_[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  static String next() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Whether it looks like one. */
  static boolean fits(String token) {
    return FORM.matcher(token).matches();
  }

  /** Of what is random a fast hash is enough: nobody finds it by trying. */
  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
