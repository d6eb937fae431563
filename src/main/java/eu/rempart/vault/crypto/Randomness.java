package eu.rempart.vault.crypto;

import java.security.SecureRandom;

/** The operating system's random bytes. */
public final class Randomness {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Randomness() {}

  public static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
