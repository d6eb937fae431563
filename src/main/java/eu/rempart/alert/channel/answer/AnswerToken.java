package eu.rempart.alert.channel.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes tokens of 256 random bits, finds them in headers, and hashes them. */
final class AnswerToken {

  private static final String PREFIX = "rpa_";
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("rpa_[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LONGEST_HEADER = 500;
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  private AnswerToken() {}

  static String next() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Whether it looks like one. */
  static boolean fits(String token) {
    return FORM.matcher(token).matches();
  }

  /**
   * The token of a header: as it is, or as the password of whomever, since most providers can say
   * but that. Empty if there is none.
   */
  static String of(@Nullable String authorization) {
    if (authorization == null || authorization.length() > LONGEST_HEADER) {
      return "";
    }
    if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return authorization.substring(BEARER.length()).strip();
    }
    if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return password(authorization.substring(BASIC.length()).strip());
    }
    return "";
  }

  private static String password(String encoded) {
    try {
      String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return both.substring(both.indexOf(':') + 1);
    } catch (IllegalArgumentException wrong) {
      return "";
    }
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
