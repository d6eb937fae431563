package eu.rempart.vault.key;

import eu.rempart.home.HomeFolder;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Hmac;
import eu.rempart.vault.crypto.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/**
 * 32 bytes in {@code HOME/keys/pepper} that the database holds only under the organisation's key.
 * Whoever has only the database (or a dump of it) can neither test guesses of passwords or e-mail
 * addresses against it nor forge what a sign-in is compared with. It opens no customer data by
 * itself. Thread safe.
 */
public final class Pepper {

  private static final int BYTES = 32;

  /** Stands in a link, and whoever guesses asks the server each time. */
  private static final int INVITER_MARK = 12;

  private final HomeFolder home;
  private volatile Secret key;
  private volatile boolean kept;

  private Pepper(HomeFolder home, Secret key, boolean kept) {
    this.home = home;
    this.key = key;
    this.kept = kept;
  }

  /** Reads the pepper; one that is not there is made, and kept once there is a vault with it. */
  public static Pepper in(HomeFolder home) {
    Path file = home.folder("keys").resolve("pepper");
    try {
      if (!Files.exists(file)) {
        return new Pepper(home, Secret.random(BYTES), false);
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != BYTES) {
        throw new IllegalStateException(
            "%s has %d bytes, expected %d".formatted(file, bytes.length, BYTES));
      }
      return new Pepper(home, Secret.owning(bytes), true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Whether it is the one of the file; else everything made with another one is lost on it. */
  public boolean isKept() {
    return kept;
  }

  /** Writes the file, unless it is there. */
  public synchronized void keep() {
    if (!kept) {
      key.read(
          bytes -> {
            home.write("keys/pepper", bytes.clone());
            return null;
          });
      kept = true;
    }
  }

  /**
   * The pepper as a vault remembers it.
   *
   * @throws CryptoException if it was not sealed for this vault, or is not the one that {@code
   *     check} was made with
   */
  public synchronized void restore(OrganisationKeys keys, byte[] sealed, byte[] check) {
    Secret lost = keys.openPepper(sealed);
    if (!MessageDigest.isEqual(check, check(lost, keys.vault()))) {
      lost.destroy();
      throw new CryptoException();
    }
    key = lost;
    kept = false;
    keep();
  }

  public byte[] sealedUnder(OrganisationKeys keys) {
    return keys.sealPepper(key);
  }

  /** What opens a member's private key: of the password and the pepper, so a dump alone is mute. */
  public Secret mixed(UUID memberId, Secret kek) {
    return Secret.owning(
        kek.read(
            bytes -> Hmac.of(key, Binding.of("rempart 1 kek").and(memberId).and(bytes).bytes())));
  }

  /** Finds the account that belongs to an address, however it was typed. */
  public byte[] emailHash(String email) {
    String normal =
        Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return Hmac.of(key, Binding.of("rempart 1 email").and(normal).bytes());
  }

  /** What a sign-in is compared with. */
  public byte[] verifier(UUID memberId, int version, boolean withKey, Secret auth) {
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
  public byte[] codeHash(Secret codeAuth) {
    return codeAuth.read(
        bytes -> Hmac.of(key, Binding.of("rempart 1 invitation").and(bytes).bytes()));
  }

  /** What shows that a server of ours wrote the name of who invites into the link. */
  public byte[] inviterMark(Secret codeAuth, String name) {
    byte[] mac =
        codeAuth.read(
            bytes -> Hmac.of(key, Binding.of("rempart 1 inviter").and(bytes).and(name).bytes()));
    return Arrays.copyOf(mac, INVITER_MARK);
  }

  /** What proves a waiting key: of the code and the pepper, so neither alone makes a proof. */
  public Secret admission(Secret ofCode) {
    return Secret.owning(
        ofCode.read(bytes -> Hmac.of(key, Binding.of("rempart 1 admission").and(bytes).bytes())));
  }

  /** Tells whether this is the pepper that a vault was set up with. */
  public byte[] check(VaultId vault) {
    return check(key, vault);
  }

  private static byte[] check(Secret key, VaultId vault) {
    return Hmac.of(key, Binding.of("rempart 1 pepper").and(vault.id()).bytes());
  }

  /** Proves that an account was signed in on a device. */
  public byte[] deviceMark(byte[] account, String device, long day) {
    return Hmac.of(key, Binding.of("rempart 1 device").and(account).and(device).and(day).bytes());
  }

  /** Authenticates what this server wrote into a file of its own. */
  public byte[] fileMac(byte[] content) {
    return Hmac.of(key, Binding.of("rempart 1 file").and(content).bytes());
  }

  /** Proves that Rempart itself set the idle time that the database has. */
  public byte[] idleMac(VaultId vault, int minutes) {
    return Hmac.of(key, Binding.of("rempart 1 idle").and(vault.id()).and(minutes).bytes());
  }

  /** Proves that Rempart itself wrote the row of a passkey. */
  public byte[] passkeyMac(byte[] row) {
    return Hmac.of(key, Binding.of("rempart 1 passkey").and(row).bytes());
  }

  /** Proves that Rempart itself wrote a row of a table. */
  public byte[] rowMac(String table, byte[] row) {
    return Hmac.of(key, Binding.of("rempart 1 row").and(table).and(row).bytes());
  }

  /** What seals the seeds of authenticator apps: they open nothing without a password. */
  public Secret seedKey() {
    return Secret.owning(Hmac.of(key, Binding.of("rempart 1 seed").bytes()));
  }

  /** What seals where engineers are reached: not customer data, and nothing for a dump alone. */
  public Secret reachKey() {
    return Secret.owning(Hmac.of(key, Binding.of("rempart 1 reach").bytes()));
  }
}
