package eu.rempart.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Trusts the authorities of one file, and no others. */
public final class Trust {

  private Trust() {}

  /**
   * Connections to whoever one of these authorities vouches for.
   *
   * @param file certificates, PEM
   * @throws IllegalArgumentException if it can't be read or holds none
   */
  public static SSLSocketFactory in(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int n = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("authority-" + n++, each);
      }
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("%s is no PEM file with certificates".formatted(file), e);
    }
  }

  /**
   * TLS 1.2 or newer over a connection, with the peer's name checked.
   *
   * @param host the name that the certificate must bear
   * @param trust a PEM file with the authority of the certificate; empty for public ones
   */
  public static Socket encrypt(Socket raw, String host, Optional<Path> trust) throws IOException {
    return encrypt(
        raw,
        host,
        trust.map(Trust::in).orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault()));
  }

  /**
   * As {@link #encrypt(Socket, String, Optional)}.
   *
   * @param factory which knows whom to trust
   */
  public static Socket encrypt(Socket raw, String host, SSLSocketFactory factory)
      throws IOException {
    SSLSocket tls = (SSLSocket) factory.createSocket(raw, host, raw.getPort(), true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }
}
