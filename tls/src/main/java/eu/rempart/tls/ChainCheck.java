package eu.rempart.tls;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whether clients will accept a chain that the operator brings: for this key, valid now, for
 * servers, and each certificate followed by its issuer up to a root, which may be left out if the
 * JDK knows it.
 */
final class ChainCheck {
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_PURPOSE = "2.5.29.37.0";

  private final OperatorPem pem;
  private final List<X509Certificate> chain;
  private final Instant now;

  /**
   * @param chain at least one certificate, as ordered in the file
   */
  ChainCheck(OperatorPem pem, List<X509Certificate> chain, Instant now) {
    this.pem = pem;
    this.chain = chain;
    this.now = now;
  }

  void check(RSAPrivateCrtKey key) {
    requireMatch(key);
    chain.forEach(this::requireValid);
    requireServerUse(chain.getFirst());
    requireLinks();
    requireRoot(chain.getLast());
  }

  private void requireMatch(RSAPrivateCrtKey key) {
    if (Rsa.matches(key, chain.getFirst().getPublicKey())) {
      return;
    }
    if (chain.stream().anyMatch(later -> Rsa.matches(key, later.getPublicKey()))) {
      throw wrongOrder();
    }
    throw new CertificateRefusedException(
        Reason.KEY_MISMATCH,
        pem.key(),
        "this private key doesn't belong to " + name(chain.getFirst()) + " in " + pem.chain());
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

  private void requireLinks() {
    for (int i = 0; i + 1 < chain.size(); i++) {
      X509Certificate certificate = chain.get(i);
      if (!isIssued(certificate, chain.get(i + 1))) {
        if (chain.stream().anyMatch(any -> isIssued(certificate, any))) {
          throw wrongOrder();
        }
        throw incomplete(certificate);
      }
      requireStrongSignature(certificate);
    }
  }

  private void requireRoot(X509Certificate last) {
    if (isIssued(last, last)) {
      return; // nobody checks the signature of a root, so it may be an old one
    }
    requireStrongSignature(last);
    if (chain.stream().anyMatch(other -> isIssued(last, other))) {
      throw wrongOrder();
    }
    if (Arrays.stream(knownRoots()).noneMatch(root -> isIssued(last, root))) {
      throw incomplete(last);
    }
  }

  private void requireStrongSignature(X509Certificate certificate) {
    String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    if (algorithm.startsWith("MD") || algorithm.startsWith("SHA1")) {
      throw refused(
          Reason.WEAK_SIGNATURE,
          name(certificate) + " is signed with " + algorithm + "; SHA-256 or better is required");
    }
  }

  private static boolean isIssued(X509Certificate certificate, X509Certificate issuer) {
    boolean named = certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
    boolean mayIssue = issuer.getBasicConstraints() >= 0 || certificate.equals(issuer);
    if (!named || !mayIssue) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException otherKey) {
      return false;
    }
  }

  private static X509Certificate[] knownRoots() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .map(X509TrustManager.class::cast)
          .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
          .toArray(X509Certificate[]::new);
    } catch (GeneralSecurityException noRoots) {
      return new X509Certificate[0];
    }
  }

  private CertificateRefusedException wrongOrder() {
    return refused(
        Reason.CHAIN_WRONG_ORDER,
        "the certificates are in the wrong order; expected the server's first, then each issuer");
  }

  private CertificateRefusedException incomplete(X509Certificate certificate) {
    return refused(
        Reason.CHAIN_INCOMPLETE,
        "the certificate of \""
            + certificate.getIssuerX500Principal().getName()
            + "\", who issued "
            + name(certificate)
            + ", is missing; append it, up to the root");
  }

  private CertificateRefusedException refused(Reason reason, String sentence) {
    return new CertificateRefusedException(reason, pem.chain(), sentence);
  }

  private static String name(X509Certificate certificate) {
    return "the certificate \"" + certificate.getSubjectX500Principal().getName() + "\"";
  }
}
