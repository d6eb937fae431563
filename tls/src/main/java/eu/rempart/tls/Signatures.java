package eu.rempart.tls;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/** Who signed a certificate. */
final class Signatures {

  private Signatures() {}

  /** Whether the issuer named in the certificate is this one, and the signature is its own. */
  static boolean isSignedBy(X509Certificate issuer, X509Certificate certificate) {
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException otherKey) {
      return false;
    }
  }
}
