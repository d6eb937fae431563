package eu.rempart.watch.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whom a measurement trusts: the system's authorities, and the own one where a check says so. */
public final class Trust {

  private final Optional<Path> ownAuthority;
  private @Nullable TellingTrust system;

  /**
   * @param ownAuthority the own authority's certificate, PEM; read anew each time, since it may be
   *     replaced
   */
  public Trust(Optional<Path> ownAuthority) {
    this.ownAuthority = ownAuthority;
  }

  /**
   * A context that remembers no session, so that each handshake is a whole one.
   *
   * @throws GeneralSecurityException if the own authority's file holds no certificate
   */
  SSLContext context(boolean own) throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance("TLS");
    TellingTrust trust = own && ownAuthority.isPresent() ? withOwn(ownAuthority.get()) : system();
    context.init(null, new TrustManager[] {trust}, null);
    return context;
  }

  private synchronized TellingTrust system() throws GeneralSecurityException {
    TellingTrust known = system;
    if (known == null) {
      known = new TellingTrust(manager(null));
      system = known;
    }
    return known;
  }

  private TellingTrust withOwn(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int n = 0;
    for (X509Certificate authority : system().getAcceptedIssuers()) {
      store.setCertificateEntry("system-" + n++, authority);
    }
    try (InputStream in = Files.newInputStream(file)) {
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("own-" + n++, authority);
      }
    }
    return new TellingTrust(manager(store));
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
