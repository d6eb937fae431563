package eu.rempart.account.passkey;

import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.passkey.PasskeyKeys;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a page sends of an authenticator: each part in base64url without padding. */
final class Sent {

  /** Longer than any part that is taken, in letters. */
  private static final int LONGEST = 2 * Authenticators.MOST_BYTES;

  private Sent() {}

  /**
   * @param part gives a part by its name; null for one that was not sent
   * @throws AuthenticatorRefusedException if one is missing, too long or none
   */
  static Assertion assertion(Function<String, @Nullable String> part) {
    return new Assertion(
        bytes(part, "id"),
        bytes(part, "clientData"),
        bytes(part, "authenticator"),
        bytes(part, "signature"));
  }

  /** As {@link #assertion}. */
  static Enrolled enrolled(Function<String, @Nullable String> part) {
    return new Enrolled(bytes(part, "clientData"), bytes(part, "attestation"));
  }

  /**
   * What the page made of the authenticator's secret; the caller destroys it.
   *
   * @return null where there is none
   * @throws AuthenticatorRefusedException if it cannot be one
   */
  static @Nullable Secret secret(Function<String, @Nullable String> part) {
    String sent = part.apply("key");
    if (sent == null || sent.isEmpty()) {
      return null;
    }
    byte[] bytes = bytes(part, "key");
    boolean nothing = Arrays.equals(bytes, new byte[bytes.length]);
    if (bytes.length != PasskeyKeys.SECRET_BYTES || nothing) {
      throw new AuthenticatorRefusedException(
          "a secret of %d bytes, or of zeros".formatted(bytes.length));
    }
    return Secret.owning(bytes);
  }

  private static byte[] bytes(Function<String, @Nullable String> part, String name) {
    String sent = part.apply(name);
    if (sent == null || sent.isEmpty() || sent.length() > LONGEST) {
      throw new AuthenticatorRefusedException(name + " is missing or too long");
    }
    try {
      return Base64.getUrlDecoder().decode(sent);
    } catch (IllegalArgumentException _) {
      throw new AuthenticatorRefusedException(name + " is no base64url");
    }
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
