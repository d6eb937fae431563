package eu.rempart.vault.second;

import eu.rempart.vault.crypto.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Time-based one-time passwords as every authenticator app has them (RFC 6238): HMAC-SHA-1, steps
 * of 30 seconds, six digits.
 */
public final class Totp {

  /** Of what codes are made of, as RFC 4226 (4, R6) recommends. */
  public static final int SEED_BYTES = 20;

  static final int STEP_SECONDS = 30;
  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;

  private Totp() {}

  /** What people and apps call a seed: base 32 (RFC 4648). Show it, never log it. */
  public static String letters(Secret seed) {
    return seed.read(bytes -> new String(Base32.encode(bytes), StandardCharsets.US_ASCII))
        .replace("=", "");
  }

  /** The number of the 30 seconds in which this moment lies. */
  static long step(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
  }

  /** The six digits of a step. */
  static String code(Secret seed, long step) {
    byte[] mac = seed.read(bytes -> hmac(bytes, step));
    int at = mac[mac.length - 1] & 0xf;
    int number = ByteBuffer.wrap(mac, at, Integer.BYTES).getInt() & 0x7fff_ffff;
    return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
  }

  private static byte[] hmac(byte[] seed, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(seed, "HmacSHA1"));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-1 is not available", e);
    }
  }

  /**
   * The step whose code was typed, of the one that runs and its two neighbours: clocks differ, and
   * people are slow.
   */
  static OptionalLong match(Secret seed, String typed, Instant moment) {
    String digits = typed.replaceAll("[\\s\\p{Z}-]", "");
    byte[] given = digits.getBytes(StandardCharsets.UTF_8);
    long running = step(moment);
    OptionalLong found = OptionalLong.empty();
    for (long step = running - 1; step <= running + 1; step++) {
      byte[] right = code(seed, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, given)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }
}
