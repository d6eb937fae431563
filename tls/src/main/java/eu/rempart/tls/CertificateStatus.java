package eu.rempart.tls;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The certificates in use or, for a process beside the server, those on disk.
 *
 * @param server the certificate that clients see
 * @param authority the own authority; empty with the operator's certificate
 * @param caCertificate PEM file that clients import to trust the own authority; empty with the
 *     operator's certificate
 */
public record CertificateStatus(
    CertificateFacts server, Optional<CertificateFacts> authority, Optional<Path> caCertificate) {

  /**
   * Reads what the own authority last issued, without making, renewing or locking anything.
   *
   * @param home the home folder
   * @return empty before the first start, or while a file can't be understood
   * @throws java.io.UncheckedIOException if a file is there but can't be read
   */
  public static Optional<CertificateStatus> readFrom(Path home) {
    TlsFolder folder = new TlsFolder(home);
    return folder
        .certificate(TlsFolder.Name.SERVER_CERTIFICATE)
        .flatMap(
            server ->
                folder
                    .certificate(TlsFolder.Name.CA_CERTIFICATE)
                    .map(
                        authority ->
                            new CertificateStatus(
                                CertificateFacts.of(server),
                                Optional.of(CertificateFacts.of(authority)),
                                Optional.of(folder.path(TlsFolder.Name.CA_CERTIFICATE)))));
  }
}
