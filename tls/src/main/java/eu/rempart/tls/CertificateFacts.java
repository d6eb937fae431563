package eu.rempart.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What an operator wants to know about a certificate.
 *
 * @param subject distinguished name, RFC 2253
 * @param issuer distinguished name, RFC 2253
 * @param serial upper-case hexadecimal, as openssl prints it
 * @param sha256 fingerprint, upper-case hexadecimal with colons, as openssl prints it
 * @param keyBits size of its RSA key; 0 for a key of another kind
 * @param validFrom first instant of validity
 * @param validUntil last instant of validity
 * @param names host names and IP addresses it stands for; empty for an authority
 */
public record CertificateFacts(
    String subject,
    String issuer,
    String serial,
    String sha256,
    int keyBits,
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
        serial(certificate),
        fingerprint(certificate),
        certificate.getPublicKey() instanceof RSAKey key ? key.getModulus().bitLength() : 0,
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        HostNames.of(certificate).all());
  }

  public Validity validity(Instant now) {
    return Validity.of(validFrom, validUntil, now);
  }

  /** Whole days since it became valid; negative before. */
  public long ageDays(Instant now) {
    return Duration.between(validFrom, now).toDays();
  }

  /** Whole days until it expires; negative afterwards. */
  public long daysLeft(Instant now) {
    return Duration.between(now, validUntil).toDays();
  }

  static String serial(X509Certificate certificate) {
    String digits = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    return digits.length() % 2 == 0 ? digits : "0" + digits;
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
