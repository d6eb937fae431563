package eu.rempart.vault.operating;

import eu.rempart.home.HomeFolder;
import eu.rempart.vault.crypto.Aead;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CodeText;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Hkdf;
import eu.rempart.vault.crypto.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;

/**
 * 32 bytes in {@code HOME/keys/backup} from which everything is derived that opens backups: the
 * passphrase of each repository, the key by which their destinations let us in, and the key of the
 * sealed files beside them. Printed as the backup kit, it is all that a restore needs when every
 * server is lost. Thread safe.
 */
public final class BackupSecret {

  private static final String NAME = "keys/backup";
  private static final int BYTES = 32;
  private static final int CHECKSUM = 3;

  private final Secret secret;

  private BackupSecret(Secret secret) {
    this.secret = secret;
  }

  /** The one of this home folder; empty before the first destination. */
  public static Optional<BackupSecret> of(HomeFolder home) {
    return read(home.path());
  }

  /** As {@link #of}, for whoever does not hold the home folder. */
  public static Optional<BackupSecret> read(Path home) {
    Path file = home.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != BYTES) {
        throw new IllegalStateException(
            "%s has %d bytes, expected %d".formatted(file, bytes.length, BYTES));
      }
      return Optional.of(new BackupSecret(Secret.owning(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The one of this home folder, made if there is none. */
  public static BackupSecret in(HomeFolder home) {
    return of(home)
        .orElseGet(
            () -> {
              BackupSecret made = new BackupSecret(Secret.random(BYTES));
              made.write(home);
              return made;
            });
  }

  /** Writes it into a home folder that has none yet, as a restore does. */
  public void write(HomeFolder home) {
    home.folder("keys");
    home.write(NAME, secret.read(byte[]::clone));
  }

  /** What was typed from paper; empty if a character is wrong or missing. */
  public static Optional<BackupSecret> parse(String typed) {
    return CodeText.read(typed, BYTES, CHECKSUM).map(Secret::owning).map(BackupSecret::new);
  }

  /** For paper, in groups of four characters, the last of them a checksum: never log them. */
  public List<String> groups() {
    return List.of(secret.read(bytes -> CodeText.write(bytes, CHECKSUM)).split("-", -1));
  }

  /**
   * The passphrase of a repository: 43 characters of the URL's base 64.
   *
   * @param use which one, such as {@code classic sftp://b@dc1.example.org/rempart}
   */
  public String passphrase(String use) {
    return derived("passphrase", use)
        .read(bytes -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The private key by which destinations let us in, as OpenSSH keeps it in a file. */
  public String sshPrivateKey() {
    byte[] encoded;
    try {
      encoded = OpenSSHPrivateKeyUtil.encodePrivateKey(sshKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // none that is in memory
    }
    return "-----BEGIN OPENSSH PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(encoded)
        + "\n-----END OPENSSH PRIVATE KEY-----\n";
  }

  /** Its public half, as a line of {@code authorized_keys}. */
  public String sshPublicKey() {
    try {
      byte[] encoded = OpenSSHPublicKeyUtil.encodePublicKey(sshKey().generatePublicKey());
      return "ssh-ed25519 %s rempart-backup".formatted(Base64.getEncoder().encodeToString(encoded));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // none that is in memory
    }
  }

  private Ed25519PrivateKeyParameters sshKey() {
    return derived("ssh", "").read(bytes -> new Ed25519PrivateKeyParameters(bytes, 0));
  }

  /**
   * Seals what lies beside a repository.
   *
   * @param use what it is, and of which run
   */
  public byte[] seal(String use, byte[] content) {
    return Aead.seal(derived("files", ""), content, bound("file", use));
  }

  /** Opens it; empty if another secret sealed it, or it is not what was sealed. */
  public Optional<byte[]> open(String use, byte[] sealed) {
    try {
      return Optional.of(Aead.open(derived("files", ""), sealed, bound("file", use)));
    } catch (CryptoException notOurs) {
      return Optional.empty();
    }
  }

  private Secret derived(String purpose, String use) {
    return Hkdf.expand(secret, bound(purpose, use));
  }

  private static byte[] bound(String purpose, String use) {
    return Binding.of("rempart 1 backup")
        .and(purpose)
        .and(use.getBytes(StandardCharsets.UTF_8))
        .bytes();
  }
}
