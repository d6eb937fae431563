package eu.rempart.vault.operating;

import eu.rempart.home.HomeFolder;
import eu.rempart.vault.crypto.Aead;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals the keys of TLS session tickets for the database, with 32 bytes in {@code
 * HOME/keys/tickets} that all nodes have and the database never sees: whoever reads the database,
 * or writes into it, gets no key that a node would use. Opens no customer data. Thread safe.
 */
public final class TicketSeal {

  private static final int BYTES = 32;

  private final Secret key;

  private TicketSeal(Secret key) {
    this.key = key;
  }

  /** Reads the file; one that is not there is made. */
  public static TicketSeal in(HomeFolder home) {
    Path file = home.folder("keys").resolve("tickets");
    try {
      if (!Files.exists(file)) {
        Secret made = Secret.random(BYTES);
        home.write("keys/tickets", made.read(byte[]::clone));
        return new TicketSeal(made);
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != BYTES) {
        throw new IllegalStateException(
            "%s has %d bytes, expected %d".formatted(file, bytes.length, BYTES));
      }
      return new TicketSeal(Secret.owning(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * Seals a key; it opens only as the key of this row and moment.
   *
   * @param madeAt counted in whole seconds
   */
  public byte[] seal(UUID id, Instant madeAt, byte[] ticketKey) {
    return Aead.seal(key, ticketKey, bound(id, madeAt));
  }

  /** Opens a key; empty if it was sealed by nodes with another file, or is not what was sealed. */
  public Optional<byte[]> open(UUID id, Instant madeAt, byte[] sealed) {
    try {
      return Optional.of(Aead.open(key, sealed, bound(id, madeAt)));
    } catch (CryptoException notOurs) {
      return Optional.empty();
    }
  }

  private static byte[] bound(UUID id, Instant madeAt) {
    return Binding.of("rempart 1 ticket key").and(id).and(madeAt.getEpochSecond()).bytes();
  }
}
