package eu.rempart.tls;

import eu.rempart.tls.AuthorityRefusedException.Reason;
import eu.rempart.tls.IssuedFolder.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds a certificate by what a person has of it, and revokes it. */
final class Revoker {
  private static final Pattern SERIAL = Pattern.compile("[0-9A-Fa-f:]+");

  private final TlsFolder folder;
  private final Map<TlsFolder.Name, Identity> authorities;
  private final Instant now;

  /**
   * Revokes what one of these issued.
   *
   * @param authorities by the file of their list
   */
  Revoker(TlsFolder folder, Map<TlsFolder.Name, Identity> authorities, Instant now) {
    this.folder = folder;
    this.authorities = Map.copyOf(authorities);
    this.now = now;
  }

  CertificateFacts revoke(String which, Revocation.Reason reason) {
    X509Certificate certificate = find(which);
    Map.Entry<TlsFolder.Name, Identity> issuer =
        authorities.entrySet().stream()
            .filter(it -> Signatures.isSignedBy(it.getValue().certificate(), certificate))
            .findFirst()
            .orElseThrow(() -> new AuthorityRefusedException(Reason.NOT_ISSUED_HERE, which));
    if (Purpose.of(certificate) == Purpose.AUTHORITY) {
      throw new AuthorityRefusedException(Reason.AUTHORITY_NOT_REVOCABLE, which);
    }
    IssuedFolder issued = folder.issued();
    if (issued.find(CertificateFacts.serial(certificate)).flatMap(Entry::revocation).isPresent()) {
      throw new AuthorityRefusedException(Reason.REVOKED_ALREADY, which);
    }
    issued.revoke(certificate, new Revocation(now.truncatedTo(ChronoUnit.SECONDS), reason));
    new RevocationList(folder, issuer.getKey()).refresh(issuer.getValue(), now);
    return CertificateFacts.of(certificate);
  }

  private X509Certificate find(String which) {
    Optional<Path> file = file(which);
    if (file.isPresent()) {
      return read(file.get());
    }
    if (!SERIAL.matcher(which).matches()) {
      throw new AuthorityRefusedException(Reason.NO_CERTIFICATE_IN_FILE, which);
    }
    String serial = which.replace(":", "").toUpperCase(Locale.ROOT);
    return folder
        .issued()
        .find(serial)
        .map(Entry::certificate)
        .orElseThrow(() -> new AuthorityRefusedException(Reason.SERIAL_UNKNOWN, which));
  }

  private static Optional<Path> file(String which) {
    try {
      return Optional.of(Path.of(which)).filter(Files::isRegularFile);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static X509Certificate read(Path file) {
    try {
      return PemText.firstCertificate(Files.readString(file, StandardCharsets.ISO_8859_1))
          .orElseThrow(() -> new AuthorityRefusedException(Reason.NO_CERTIFICATE_IN_FILE, file));
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't read " + file, failure);
    }
  }
}
