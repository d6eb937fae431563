package eu.rempart.tls;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Where the server's identity comes from. */
sealed interface IdentitySource permits OwnCertificates, OperatorCertificates, TokenCertificates {

  /** Reads the identity to use now, after renewing whatever this source can renew and is due. */
  Loaded load();

  /** The files that it is read from, whether or not they are there. */
  List<Path> files();

  /**
   * An identity as read.
   *
   * @param authority certificate and file of the own authority
   */
  record Loaded(Identity identity, Optional<Authority> authority) {}

  record Authority(X509Certificate certificate, Path file) {}
}
