package eu.rempart.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a certificate of the own authority still counts, by the authority's revocation list. The
 * files are read again whenever it changes. For whoever checks mutual TLS; safe for use by several
 * threads.
 *
 * <p>A list that is past its next update still counts: what it names stays revoked. A list that is
 * missing, damaged or of another authority makes every certificate count as revoked.
 */
public final class RevocationCheck {
  /**
   * An authority and its list.
   *
   * @param anyName whether the authority counts only if it may issue for any name
   */
  private record Source(Path authority, Path list, boolean anyName) {}

  private record Known(X509Certificate authority, Optional<X509CRL> list) {}

  private record Snapshot(List<FileStamp> stamps, List<Known> known) {}

  private final List<Source> files;
  private volatile Optional<Snapshot> latest = Optional.empty();

  /**
   * @param authorityFile PEM file with the authority's certificate
   * @param listFile PEM file with its revocation list
   */
  public RevocationCheck(Path authorityFile, Path listFile) {
    this(List.of(new Source(authorityFile, listFile, false)));
  }

  private RevocationCheck(List<Source> files) {
    this.files = files;
  }

  /** The authority that people trust, of a home in which the product has started at least once. */
  public static RevocationCheck in(Path home) {
    TlsFolder folder = new TlsFolder(home);
    return new RevocationCheck(
        folder.path(TlsFolder.Name.CA_CERTIFICATE), folder.path(TlsFolder.Name.CRL));
  }

  /**
   * For machines that connect: the authority for machines, and an authority of before there was
   * one, which may issue for any name, so that what it issued for machines goes on working.
   */
  public static RevocationCheck ofMachines(Path home) {
    TlsFolder folder = new TlsFolder(home);
    return new RevocationCheck(
        List.of(
            new Source(
                folder.path(TlsFolder.Name.MACHINES_CERTIFICATE),
                folder.path(TlsFolder.Name.MACHINES_CRL),
                false),
            new Source(
                folder.path(TlsFolder.Name.CA_CERTIFICATE),
                folder.path(TlsFolder.Name.CRL),
                true)));
  }

  /**
   * Passes silently if an authority issued this certificate and hasn't revoked it. Looks neither at
   * its dates nor at its purpose; {@link AuthorityTrust} does.
   *
   * @throws CertificateException with a sentence if it doesn't count, or nobody can tell
   */
  public void check(X509Certificate certificate) throws CertificateException {
    Known issuer =
        current().stream()
            .filter(it -> Signatures.isSignedBy(it.authority, certificate))
            .findFirst()
            .orElseThrow(
                () ->
                    new CertificateException(
                        "The certificate is not of the authority in " + places()));
    refuseIfOutside(issuer.authority, certificate);
    X509CRL list =
        issuer.list.orElseThrow(
            () ->
                new CertificateException(
                    "There is no usable revocation list of the authority in " + places()));
    if (list.isRevoked(certificate)) {
      throw new CertificateException(
          "The certificate " + CertificateFacts.serial(certificate) + " is revoked");
    }
  }

  /** Java's path validation looks at no constraints of the authority that is trusted itself. */
  private static void refuseIfOutside(X509Certificate authority, X509Certificate certificate)
      throws CertificateException {
    List<String> outside =
        PermittedNames.of(authority)
            .map(it -> it.outside(HostNames.of(certificate)))
            .orElse(List.of());
    if (!outside.isEmpty()) {
      throw new CertificateException(
          "The authority may not issue for " + String.join(", ", outside));
    }
  }

  private String places() {
    return files.stream()
        .map(it -> it.authority + ", " + it.list)
        .collect(Collectors.joining(" or "));
  }

  /** The authorities' certificates as they are now; at least one. */
  List<X509Certificate> authorities() throws CertificateException {
    return current().stream().map(Known::authority).toList();
  }

  private List<Known> current() throws CertificateException {
    List<FileStamp> stamps =
        FileStamp.of(files.stream().flatMap(it -> Stream.of(it.authority, it.list)).toList());
    Optional<Snapshot> before = latest.filter(it -> it.stamps.equals(stamps));
    if (before.isPresent()) {
      return before.get().known;
    }
    List<Known> known = new ArrayList<>();
    for (Source each : files) {
      Optional<X509Certificate> authority =
          text(each.authority)
              .flatMap(PemText::firstCertificate)
              .filter(it -> !each.anyName || PermittedNames.of(it).isEmpty());
      if (authority.isPresent()) {
        known.add(
            new Known(
                authority.get(),
                RevocationList.signedBy(authority.get(), text(each.list).flatMap(PemText::crl))));
      }
    }
    if (known.isEmpty()) {
      throw new CertificateException("There is no certificate of an authority in " + places());
    }
    latest = Optional.of(new Snapshot(stamps, known));
    return known;
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
