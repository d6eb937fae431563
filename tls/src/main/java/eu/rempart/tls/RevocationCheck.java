package eu.rempart.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Whether a certificate of the own authority still counts, by the authority's revocation list. The
 * file is read again whenever it changes. For whoever checks mutual TLS; safe for use by several
 * threads.
 *
 * <p>A list that is past its next update still counts: what it names stays revoked. A list that is
 * missing, damaged or of another authority makes every certificate count as revoked.
 */
public final class RevocationCheck {
  private record Known(List<FileStamp> stamps, X509Certificate authority, Optional<X509CRL> list) {}

  private final Path authorityFile;
  private final Path listFile;
  private volatile Optional<Known> known = Optional.empty();

  /**
   * @param authorityFile PEM file with the authority's certificate
   * @param listFile PEM file with its revocation list
   */
  public RevocationCheck(Path authorityFile, Path listFile) {
    this.authorityFile = authorityFile;
    this.listFile = listFile;
  }

  /** The authority and list of a home in which the product has started at least once. */
  public static RevocationCheck in(Path home) {
    TlsFolder folder = new TlsFolder(home);
    return new RevocationCheck(
        folder.path(TlsFolder.Name.CA_CERTIFICATE), folder.path(TlsFolder.Name.CRL));
  }

  /**
   * Passes silently if the authority issued this certificate and hasn't revoked it. Looks neither
   * at its dates nor at its purpose; {@link AuthorityTrust} does.
   *
   * @throws CertificateException with a sentence if it doesn't count, or nobody can tell
   */
  public void check(X509Certificate certificate) throws CertificateException {
    Known now = current();
    if (!Signatures.isSignedBy(now.authority, certificate)) {
      throw new CertificateException("The certificate is not of the authority in " + authorityFile);
    }
    X509CRL list =
        now.list.orElseThrow(
            () ->
                new CertificateException(
                    "There is no usable revocation list of the authority in " + listFile));
    if (list.isRevoked(certificate)) {
      throw new CertificateException(
          "The certificate " + CertificateFacts.serial(certificate) + " is revoked");
    }
  }

  /** The authority's certificate as it is now. */
  X509Certificate authority() throws CertificateException {
    return current().authority;
  }

  private Known current() throws CertificateException {
    List<FileStamp> stamps = FileStamp.of(List.of(authorityFile, listFile));
    Optional<Known> before = known.filter(it -> it.stamps.equals(stamps));
    if (before.isPresent()) {
      return before.get();
    }
    X509Certificate authority =
        text(authorityFile)
            .flatMap(PemText::firstCertificate)
            .orElseThrow(
                () -> new CertificateException("There is no certificate in " + authorityFile));
    Known now =
        new Known(
            stamps,
            authority,
            RevocationList.signedBy(authority, text(listFile).flatMap(PemText::crl)));
    known = Optional.of(now);
    return now;
  }

  private static Optional<String> text(Path file) throws CertificateException {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new CertificateException("Can't read " + file, failure);
    }
  }
}
