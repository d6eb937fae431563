package eu.rempart.watch.wire;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * What an administrator hands to whoever sets up an agent: a secret that admits one agent, and
 * home's public key, by which the agent knows home without trusting anybody else.
 */
public final class AdmissionCode {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 16;
  private static final int LENGTH = SECRET_BYTES + ProbeKeys.PUBLIC_BYTES;

  private final byte[] secret;
  private final PublicKey home;

  private AdmissionCode(byte[] secret, PublicKey home) {
    this.secret = secret;
    this.home = home;
  }

  /** A new one. */
  public static AdmissionCode random(PublicKey home) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new AdmissionCode(secret, home);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is none; says nothing of it
   */
  public static AdmissionCode of(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("this is no code: it has other characters", e);
    }
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(
          "this is no code: it has %d bytes, expected %d".formatted(bytes.length, LENGTH));
    }
    return new AdmissionCode(
        Arrays.copyOf(bytes, SECRET_BYTES),
        ProbeKeys.publicKey(Arrays.copyOfRange(bytes, SECRET_BYTES, LENGTH)));
  }

  /** The code in letters. */
  public String text() {
    byte[] all = Arrays.copyOf(secret, LENGTH);
    System.arraycopy(ProbeKeys.bytes(home), 0, all, SECRET_BYTES, ProbeKeys.PUBLIC_BYTES);
    return RequestSeal.base64(all);
  }

  /** The part that only administrator and agent know. */
  public String secret() {
    return RequestSeal.base64(secret);
  }

  /** Home's public key. */
  public PublicKey home() {
    return home;
  }

  @Override
  public String toString() {
    return "AdmissionCode[secret]";
  }
}
