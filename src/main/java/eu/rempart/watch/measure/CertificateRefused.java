package eu.rempart.watch.measure;

import eu.rempart.watch.check.Failure;
import java.security.cert.CertificateException;

/** A chain was refused, and for this reason. */
final class CertificateRefused extends CertificateException {

  private static final long serialVersionUID = 1L;

  private final Failure failure;

  CertificateRefused(Failure failure, CertificateException cause) {
    super(failure.key(), cause);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
