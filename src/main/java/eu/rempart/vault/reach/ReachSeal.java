package eu.rempart.vault.reach;

import eu.rempart.vault.crypto.Aead;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Hkdf;
import eu.rempart.vault.crypto.Hmac;
import eu.rempart.vault.crypto.Padding;
import eu.rempart.vault.crypto.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Seals addresses of engineers with a key made of the pepper, which lies beside the database: it
 * opens without anybody's password, and with the database alone it does not. Opens no customer
 * data. Thread safe.
 */
public final class ReachSeal {

  private final Supplier<Secret> key;

  /**
   * @param key asked for each time, since the pepper may be restored; 32 bytes
   */
  public ReachSeal(Supplier<Secret> key) {
    this.key = key;
  }

  /** Seals an address; it opens only as this one of this person. */
  public byte[] seal(UUID id, UUID member, String address) {
    byte[] plain = Padding.pad(address.getBytes(StandardCharsets.UTF_8));
    return Aead.seal(key.get(), plain, bound(id, member));
  }

  /** Opens an address; empty if it was sealed with another pepper, or is not what was sealed. */
  public Optional<String> open(UUID id, UUID member, byte[] sealed) {
    try {
      byte[] plain = Padding.unpad(Aead.open(key.get(), sealed, bound(id, member)));
      return Optional.of(new String(plain, StandardCharsets.UTF_8));
    } catch (CryptoException notOurs) {
      return Optional.empty();
    }
  }

  /**
   * Six digits that only whoever reads what is sent to an address can know. The same for the same
   * moment, so they need be kept nowhere.
   *
   * @param asked when they were asked for, to the microsecond
   */
  public String code(UUID id, UUID member, Instant asked) {
    byte[] what =
        Binding.of("rempart 1 reach code")
            .and(id)
            .and(member)
            .and(ChronoUnit.MICROS.between(Instant.EPOCH, asked))
            .bytes();
    Secret codes = Hkdf.expand(key.get(), Binding.of("rempart 1 reach codes").bytes());
    long drawn = ByteBuffer.wrap(Hmac.of(codes, what)).getLong() & Long.MAX_VALUE;
    return "%06d".formatted(drawn % 1_000_000);
  }

  private static byte[] bound(UUID id, UUID member) {
    return Binding.of("rempart 1 reach address").and(id).and(member).bytes();
  }
}
