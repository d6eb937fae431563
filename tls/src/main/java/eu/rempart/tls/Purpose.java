package eu.rempart.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a certificate of the own authority is for. */
public enum Purpose {
  /** Issues others. */
  AUTHORITY,
  /** Is shown to those who connect. */
  SERVER,
  /** Is shown by a machine that connects to us, such as an edge in front. */
  CLIENT;

  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

  static Purpose of(X509Certificate certificate) {
    if (certificate.getBasicConstraints() >= 0) {
      return AUTHORITY;
    }
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      return purposes != null && purposes.contains(CLIENT_AUTH) ? CLIENT : SERVER;
    } catch (CertificateParsingException unreadable) {
      return SERVER;
    }
  }
}
