package eu.rempart.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts what the own authority issued for the purpose and has not revoked: the two sides of mutual
 * TLS between an edge and the application. Follows the files when they change.
 */
public final class AuthorityTrust extends X509ExtendedTrustManager {
  private record Anchored(List<X509Certificate> authorities, X509ExtendedTrustManager manager) {}

  private final RevocationCheck revocation;
  private volatile @Nullable Anchored anchored;

  public AuthorityTrust(RevocationCheck revocation) {
    this.revocation = revocation;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    manager().checkClientTrusted(chain, type);
    revocation.check(chain[0]);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    manager().checkClientTrusted(chain, type, socket);
    revocation.check(chain[0]);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    manager().checkClientTrusted(chain, type, engine);
    revocation.check(chain[0]);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    manager().checkServerTrusted(chain, type);
    revocation.check(chain[0]);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    manager().checkServerTrusted(chain, type, socket);
    revocation.check(chain[0]);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    manager().checkServerTrusted(chain, type, engine);
    revocation.check(chain[0]);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    try {
      return revocation.authorities().toArray(X509Certificate[]::new);
    } catch (CertificateException absent) {
      return new X509Certificate[0];
    }
  }

  private X509ExtendedTrustManager manager() throws CertificateException {
    List<X509Certificate> authorities = revocation.authorities();
    Anchored present = anchored;
    if (present == null || !present.authorities.equals(authorities)) {
      present = new Anchored(authorities, anchoredAt(authorities));
      anchored = present;
    }
    return present.manager;
  }

  private static X509ExtendedTrustManager anchoredAt(List<X509Certificate> authorities) {
    try {
      KeyStore anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      for (X509Certificate authority : authorities) {
        anchors.setCertificateEntry(CertificateFacts.of(authority).sha256(), authority);
      }
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(anchors);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(X509ExtendedTrustManager.class::cast)
          .findFirst()
          .orElseThrow();
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("The JDK has no PKIX trust manager", impossible);
    }
  }
}
