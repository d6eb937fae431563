package eu.rempart.journey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What trusts an installation's own authority, and nobody else. */
public final class Trusting {

  private Trusting() {}

  /**
   * Trust in who has a certificate of the authority of a home folder.
   *
   * @throws IOException if the folder has no authority yet
   */
  public static TrustManagerFactory managers(Path home)
      throws IOException, GeneralSecurityException {
    KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
    authorities.load(null, null);
    try (InputStream pem = Files.newInputStream(home.resolve("tls/ca.pem"))) {
      authorities.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities);
    return trust;
  }

  /** The same for clients. */
  public static SSLContext context(Path home) throws IOException, GeneralSecurityException {
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, managers(home).getTrustManagers(), null);
    return tls;
  }
}
