package eu.rempart.tls;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operator's own PEM files, read anew at each load and refused with a sentence if unusable. */
final class OperatorCertificates implements IdentitySource {
  /** In bytes; a chain has a few kilobytes. */
  private static final long LARGEST_FILE = 1 << 20;

  private static final Set<PosixFilePermission> EXPOSING =
      Set.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_WRITE);

  private final OperatorPem pem;
  private final Clock clock;

  OperatorCertificates(OperatorPem pem, Clock clock) {
    this.pem = pem;
    this.clock = clock;
  }

  @Override
  public List<Path> files() {
    return List.of(pem.chain(), pem.key());
  }

  @Override
  public Loaded load() {
    List<X509Certificate> chain = chain();
    List<Object> keyFile = entries(pem.key());
    refuseIfExposed(pem.key());
    RSAPrivateCrtKey key = new PrivateKeyReader(pem.key(), pem.passphrase()).read(keyFile);
    new ChainCheck(pem, chain, clock.instant()).check(key);
    return new Loaded(new Identity(key, chain), Optional.empty());
  }

  private List<X509Certificate> chain() {
    List<X509Certificate> chain;
    try {
      chain = PemText.certificates(entries(pem.chain()));
    } catch (IOException damaged) {
      throw new CertificateRefusedException(
          Reason.NOT_PEM, pem.chain(), "a certificate in this file is damaged");
    }
    if (chain.isEmpty()) {
      throw new CertificateRefusedException(
          Reason.NO_CERTIFICATE, pem.chain(), "there is no certificate in this file");
    }
    return chain;
  }

  private static List<Object> entries(Path file) {
    String text = text(file);
    if (!text.contains("-----BEGIN ")) {
      throw new CertificateRefusedException(
          Reason.NOT_PEM, file, "this isn't a PEM file: no line starts with -----BEGIN");
    }
    try {
      return PemText.entries(text);
    } catch (IOException damaged) {
      throw new CertificateRefusedException(
          Reason.NOT_PEM, file, "a PEM block in this file is damaged");
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new CertificateRefusedException(
            Reason.NOT_PEM, file, "this file is larger than " + LARGEST_FILE + " bytes");
      }
      // Bytes outside of the blocks are comments in any encoding; Latin-1 takes them all.
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      return text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    } catch (NoSuchFileException missing) {
      throw new CertificateRefusedException(Reason.FILE_MISSING, file, "there is no such file");
    } catch (IOException unreadable) {
      throw new CertificateRefusedException(
          Reason.FILE_UNREADABLE, file, "this file can't be read by the server's user");
    }
  }

  private static void refuseIfExposed(Path key) {
    try {
      if (Files.getPosixFilePermissions(key).stream().anyMatch(EXPOSING::contains)) {
        throw new CertificateRefusedException(
            Reason.KEY_FILE_EXPOSED,
            key,
            "other users can read or change the private key; set its mode to 600 or 640");
      }
    } catch (IOException unreadable) {
      throw new CertificateRefusedException(
          Reason.FILE_UNREADABLE, key, "the mode of this file can't be read");
    }
  }
}
