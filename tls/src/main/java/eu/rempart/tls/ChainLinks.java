package eu.rempart.tls;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whether each certificate of a chain is followed by its issuer, up to a root, which may be left
 * out if the JDK knows it.
 */
final class ChainLinks {
  private final Path file;
  private final List<X509Certificate> chain;

  /**
   * @param file where the chain comes from
   * @param chain at least one certificate, as ordered in the file
   */
  ChainLinks(Path file, List<X509Certificate> chain) {
    this.file = file;
    this.chain = chain;
  }

  void check(Instant now) {
    requireLinks();
    requireRoot(chain.getLast());
    requirePath(now);
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

  /**
   * What no other check has named: path lengths, name constraints, critical extensions (RFC 5280,
   * 6).
   */
  private void requirePath(Instant now) {
    if (chain.size() == 1) {
      return;
    }
    try {
      PKIXParameters parameters =
          new PKIXParameters(Set.of(new TrustAnchor(chain.getLast(), null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509")
                  .generateCertPath(chain.subList(0, chain.size() - 1)),
              parameters);
    } catch (CertPathValidatorException unfit) {
      throw refused(
          Reason.CHAIN_REFUSED,
          "clients would refuse "
              + ChainCheck.name(chain.get(Math.max(0, unfit.getIndex())))
              + ": "
              + unfit.getReason());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The JDK has no PKIX validation", impossible);
    }
  }

  private void requireStrongSignature(X509Certificate certificate) {
    String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    if (algorithm.startsWith("MD") || algorithm.startsWith("SHA1")) {
      throw refused(
          Reason.WEAK_SIGNATURE,
          ChainCheck.name(certificate)
              + " is signed with "
              + algorithm
              + "; SHA-256 or better is required");
    }
  }

  private static boolean isIssued(X509Certificate certificate, X509Certificate issuer) {
    boolean mayIssue = issuer.getBasicConstraints() >= 0 || certificate.equals(issuer);
    return mayIssue && Signatures.isSignedBy(issuer, certificate);
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

  CertificateRefusedException wrongOrder() {
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
            + ChainCheck.name(certificate)
            + ", is missing; append it, up to the root");
  }

  private CertificateRefusedException refused(Reason reason, String sentence) {
    return new CertificateRefusedException(reason, file, sentence);
  }
}
