package eu.rempart.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * What an operator wants to know about a certificate.
 *
 * @param subject distinguished name, RFC 2253
 * @param issuer distinguished name, RFC 2253
 * @param sha256 fingerprint, upper-case hexadecimal with colons, as openssl prints it
 * @param validFrom first instant of validity
 * @param validUntil last instant of validity
 * @param names host names and IP addresses it stands for; empty for an authority
 */
public record CertificateFacts(
    String subject,
    String issuer,
    String sha256,
    Instant validFrom,
    Instant validUntil,
    List<String> names) {

  public CertificateFacts {
    names = List.copyOf(names);
  }

  static CertificateFacts of(X509Certificate certificate) {
    return new CertificateFacts(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        fingerprint(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        HostNames.of(certificate).all());
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
      throw new IllegalStateException("A parsed certificate has no fingerprint", impossible);
    }
  }
}
