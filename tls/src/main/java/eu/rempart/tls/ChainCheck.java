package eu.rempart.tls;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;

/**
 * Whether clients will accept a chain that the operator brings: for this key, valid now, for
 * servers, and linked up to a root.
 */
final class ChainCheck {
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_PURPOSE = "2.5.29.37.0";

  private final Path chainFile;
  private final Path keyFile;
  private final List<X509Certificate> chain;
  private final Instant now;
  private final ChainLinks links;

  /**
   * @param chainFile where the chain comes from
   * @param keyFile where the key comes from
   * @param chain at least one certificate, as ordered in the file
   */
  ChainCheck(Path chainFile, Path keyFile, List<X509Certificate> chain, Instant now) {
    this.chainFile = chainFile;
    this.keyFile = keyFile;
    this.chain = chain;
    this.now = now;
    this.links = new ChainLinks(chainFile, chain);
  }

  void check(PrivateKey key) {
    requireLongKey(chain.getFirst().getPublicKey());
    requireMatch(key);
    chain.forEach(this::requireValid);
    requireServerUse(chain.getFirst());
    links.check(now);
  }

  private void requireLongKey(PublicKey key) {
    if (!(key instanceof RSAPublicKey rsa)) {
      throw refused(
          Reason.KEY_NOT_RSA,
          name(chain.getFirst())
              + " isn't for an RSA key; RSA with at least "
              + Rsa.LEAST_BITS
              + " bits is required");
    }
    if (!Rsa.isLongEnough(rsa)) {
      throw refused(
          Reason.KEY_TOO_SMALL,
          "the RSA key of "
              + name(chain.getFirst())
              + " has "
              + rsa.getModulus().bitLength()
              + " bits; at least "
              + Rsa.LEAST_BITS
              + " are required");
    }
  }

  private void requireMatch(PrivateKey key) {
    if (Rsa.matches(key, chain.getFirst().getPublicKey())) {
      return;
    }
    if (chain.stream().anyMatch(later -> Rsa.matches(key, later.getPublicKey()))) {
      throw links.wrongOrder();
    }
    throw new CertificateRefusedException(
        Reason.KEY_MISMATCH,
        keyFile,
        "this private key doesn't belong to " + name(chain.getFirst()) + " in " + chainFile);
  }

  private void requireValid(X509Certificate certificate) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    if (now.isBefore(from)) {
      throw refused(
          Reason.NOT_YET_VALID, name(certificate) + " is valid from " + from + " on, not yet");
    }
    if (now.isAfter(until)) {
      throw refused(Reason.EXPIRED, name(certificate) + " expired at " + until);
    }
  }

  private void requireServerUse(X509Certificate server) {
    List<String> purposes;
    try {
      List<String> named = server.getExtendedKeyUsage();
      purposes = named == null ? List.of(ANY_PURPOSE) : named;
    } catch (CertificateParsingException unreadable) {
      purposes = List.of();
    }
    boolean[] usage = server.getKeyUsage();
    boolean signs = usage == null || usage[0];
    if (!signs || (!purposes.contains(SERVER_AUTH) && !purposes.contains(ANY_PURPOSE))) {
      throw refused(
          Reason.NOT_FOR_SERVERS,
          name(server) + " isn't meant for servers: it lacks the purpose serverAuth or signing");
    }
    if (HostNames.of(server).all().isEmpty()) {
      throw refused(
          Reason.NO_HOST_NAME,
          name(server) + " names no host as subject alternative name; browsers refuse it");
    }
  }

  private CertificateRefusedException refused(Reason reason, String sentence) {
    return new CertificateRefusedException(reason, chainFile, sentence);
  }

  static String name(X509Certificate certificate) {
    return "the certificate \"" + certificate.getSubjectX500Principal().getName() + "\"";
  }
}
