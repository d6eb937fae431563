package eu.rempart.vault;

import eu.rempart.home.HomeFolder;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.Hmac;
import eu.rempart.vault.crypto.Randomness;
import eu.rempart.vault.crypto.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/**
 * 32 bytes in {@code HOME/keys/pepper} that the database does not hold. Whoever has only the
 * database (or a dump of it) can neither test guesses of passwords or e-mail addresses against it
 * nor forge what a sign-in is compared with. It opens no customer data.
 */
final class Pepper {

  private static final int BYTES = 32;

  private final Secret key;

  private Pepper(Secret key) {
    this.key = key;
  }

  /** Reads the pepper, or makes one on the first start. */
  static Pepper in(HomeFolder home) {
    Path file = home.folder("keys").resolve("pepper");
    try {
      if (!Files.exists(file)) {
        home.write("keys/pepper", Randomness.bytes(BYTES));
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != BYTES) {
        throw new IllegalStateException(
            "%s has %d bytes, expected %d".formatted(file, bytes.length, BYTES));
      }
      return new Pepper(Secret.owning(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Finds the account that belongs to an address, however it was typed. */
  byte[] emailHash(String email) {
    String normal =
        Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return Hmac.of(key, Binding.of("rempart 1 email").and(normal).bytes());
  }

  /** What a sign-in is compared with. */
  byte[] verifier(UUID memberId, int version, boolean withKey, Secret auth) {
    return auth.read(
        bytes ->
            Hmac.of(
                key,
                Binding.of("rempart 1 verifier")
                    .and(memberId)
                    .and(version)
                    .and(withKey ? 1 : 0)
                    .and(bytes)
                    .bytes()));
  }

  /** Finds the invitation that belongs to a code. */
  byte[] codeHash(Secret codeAuth) {
    return codeAuth.read(
        bytes -> Hmac.of(key, Binding.of("rempart 1 invitation").and(bytes).bytes()));
  }

  /** Tells whether this is the pepper that a vault was set up with. */
  byte[] check(VaultId vault) {
    return Hmac.of(key, Binding.of("rempart 1 pepper").and(vault.id()).bytes());
  }

  /** Authenticates what this server wrote into a file of its own. */
  byte[] fileMac(byte[] content) {
    return Hmac.of(key, Binding.of("rempart 1 file").and(content).bytes());
  }
}
