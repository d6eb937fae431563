package eu.rempart.vault.password;

import eu.rempart.vault.crypto.Argon2;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.operating.VaultSettings;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Passwords that cost nothing, for the tests of screens and services: they bring hundreds of
 * members, of whom each would cost as much as hundreds of pages. Another password, salt or cost is
 * another key, as it is with Argon2; with that work most tests of the vault, and the journeys.
 */
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {

  private static final AtomicInteger MADE = new AtomicInteger();

  /** How many keys were made from passwords so far: each would cost the same. */
  public static int made() {
    return MADE.get();
  }

  @Bean
  @Primary
  Stretching quickStretching(VaultSettings settings) {
    return new Stretching(settings.derivations(), settings.patience(), QuickPasswords::digest);
  }

  /** The same without an application. */
  public static Stretching stretching() {
    return new Stretching(2, Duration.ofMinutes(2), QuickPasswords::digest);
  }

  static Secret digest(char[] password, byte[] salt, Argon2.Cost cost) {
    MADE.incrementAndGet();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      digest.update(cost.toString().getBytes(StandardCharsets.UTF_8));
      digest.update(StandardCharsets.UTF_8.encode(CharBuffer.wrap(password)));
      return Secret.owning(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
