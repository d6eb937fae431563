package eu.rempart.tls;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * Keeps the keys of authorities encrypted (PKCS#8 with AES-256, RFC 8018) under 32 random bytes in
 * {@code HOME/keys/authority}, beside the other secrets of the server, so that a copy of the folder
 * {@code tls} gives no authority away and renewal needs nobody.
 */
final class KeySeal {
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;

  KeySeal(Path home) {
    file = home.toAbsolutePath().normalize().resolve("keys/authority");
  }

  /** A PEM text; makes the secret if there is none. To be called with the folder locked. */
  String seal(RSAPrivateCrtKey key) {
    char[] secret = secret().orElseGet(this::newSecret);
    try {
      PemObject sealed =
          new JcaPKCS8Generator(
                  key,
                  new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                      .setProvider(new BouncyCastleProvider())
                      .setRandom(RANDOM)
                      .setPassword(secret)
                      .build())
              .generate();
      StringWriter pem = new StringWriter();
      try (PemWriter writer = new PemWriter(pem)) {
        writer.writeObject(sealed);
      }
      return pem.toString();
    } catch (IOException | OperatorCreationException impossible) {
      throw new IllegalStateException("A key can't be sealed", impossible);
    }
  }

  /**
   * The key in a sealed text; empty if the text holds no sealed key, or is damaged.
   *
   * @param keyFile where the text is from
   * @throws CertificateRefusedException if the secret is missing or another
   */
  Optional<RSAPrivateCrtKey> open(String text, Path keyFile) {
    List<Object> entries;
    try {
      entries = PemText.entries(text);
    } catch (IOException damaged) {
      return Optional.empty();
    }
    if (entries.stream().noneMatch(PKCS8EncryptedPrivateKeyInfo.class::isInstance)) {
      return Optional.empty();
    }
    char[] secret = secret().orElseThrow(() -> locked(keyFile));
    try {
      return Optional.of(new PrivateKeyReader(keyFile, Passphrase.of(secret)).read(entries));
    } catch (CertificateRefusedException wrong) {
      throw locked(keyFile);
    }
  }

  private CertificateRefusedException locked(Path keyFile) {
    return new CertificateRefusedException(
        Reason.AUTHORITY_KEY_SEALED,
        keyFile,
        "the authority's key is sealed, and "
            + file
            + " does not open it. Bring that file back from a backup or another node; or move both"
            + " away for another authority, which people have to trust anew");
  }

  private Optional<char[]> secret() {
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
      return Optional.of(text).filter(it -> !it.isEmpty()).map(String::toCharArray);
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't read " + file, failure);
    }
  }

  private char[] newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    try {
      Files.createDirectories(
          file.resolveSibling(""), PosixFilePermissions.asFileAttribute(TlsFolder.FOLDER));
      AtomicFile.write(file, AtomicFile.PRIVATE, text + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't write " + file, failure);
    }
    return text.toCharArray();
  }
}
