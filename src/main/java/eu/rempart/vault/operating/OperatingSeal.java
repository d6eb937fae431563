package eu.rempart.vault.operating;

import eu.rempart.home.HomeFolder;
import eu.rempart.vault.crypto.Aead;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Seals the passwords of peers for the database, with 32 bytes in {@code HOME/keys/operating} that
 * all nodes have and the database never sees: whoever has only the database, or a dump of it,
 * learns no password. Whoever has the server's disk does, as of any program that has to work while
 * nobody is signed in. Opens no customer data. Thread safe.
 */
public final class OperatingSeal {

  private static final int BYTES = 32;

  private final Secret key;

  private OperatingSeal(Secret key) {
    this.key = key;
  }

  /** Reads the file; one that is not there is made. */
  public static OperatingSeal in(HomeFolder home) {
    Path file = home.folder("keys").resolve("operating");
    try {
      if (!Files.exists(file)) {
        Secret made = Secret.random(BYTES);
        home.write("keys/operating", made.read(byte[]::clone));
        return new OperatingSeal(made);
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != BYTES) {
        throw new IllegalStateException(
            "%s has %d bytes, expected %d".formatted(file, bytes.length, BYTES));
      }
      return new OperatingSeal(Secret.owning(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * Seals a text; it opens only as the one for the same use.
   *
   * @param use which column and row it is for, such as {@code alert_channel SMS}
   */
  public byte[] seal(String use, String text) {
    return Aead.seal(key, text.getBytes(StandardCharsets.UTF_8), bound(use));
  }

  /** Opens a text; empty if a node with another file sealed it, or it is not what was sealed. */
  public Optional<String> open(String use, byte[] sealed) {
    try {
      return Optional.of(new String(Aead.open(key, sealed, bound(use)), StandardCharsets.UTF_8));
    } catch (CryptoException notOurs) {
      return Optional.empty();
    }
  }

  private static byte[] bound(String use) {
    return Binding.of("rempart 1 operating").and(use).bytes();
  }
}
