package eu.rempart.tls.link;

import eu.rempart.tls.RevocationCheck;
import eu.rempart.tls.TlsProfile;
import eu.rempart.tls.sign.Corretto;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * TLS between an edge and a node: 1.3, with certificates on both sides, by the JDK, whose sessions
 * are resumed so that most connections cost no signature. Signatures are made on threads of their
 * own.
 */
final class LinkTls implements AutoCloseable {
  /** Names of the application's protocol (ALPN, RFC 7301): what the connection is for. */
  static final String TUNNEL = "rempart-tunnel/1";

  static final String FEED = "rempart-feed/1";

  private static final int THREADS = 2;
  private static final long HANDSHAKE_MILLIS = 5_000;

  private final SSLContext context;
  private final RevocationCheck revocation;
  private final ExecutorService signers =
      Executors.newFixedThreadPool(THREADS, new DefaultThreadFactory("link-tls", true));

  LinkTls(SSLContext context, RevocationCheck revocation) {
    Corretto.preferForJsse();
    this.context = context;
    this.revocation = revocation;
  }

  /**
   * For a node: takes either protocol, from whoever shows a certificate of the authority for
   * clients.
   */
  SslHandler server() {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = policy(engine);
    parameters.setNeedClientAuth(true);
    parameters.setApplicationProtocols(new String[] {TUNNEL, FEED});
    engine.setSSLParameters(parameters);
    return handler(engine);
  }

  /** For an edge: the node has to have a certificate for this name. */
  SslHandler client(String host, int port, String protocol) {
    SSLEngine engine = context.createSSLEngine(host, port);
    engine.setUseClientMode(true);
    SSLParameters parameters = policy(engine);
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setApplicationProtocols(new String[] {protocol});
    engine.setSSLParameters(parameters);
    return handler(engine);
  }

  /**
   * TLS 1.3 alone. The signatures of PKCS#1 are named for the certificates, which the authority
   * signs so; the handshake itself uses PSS whatever is named (RFC 8446, 4.2.3).
   */
  private static SSLParameters policy(SSLEngine engine) {
    SSLParameters parameters = TlsProfile.STRICT.restrict(engine.getSSLParameters());
    parameters.setSignatureSchemes(TlsProfile.STANDARD.signatureSchemes().toArray(String[]::new));
    return parameters;
  }

  private SslHandler handler(SSLEngine engine) {
    SslHandler handler = new SslHandler(engine, signers);
    handler.setHandshakeTimeoutMillis(HANDSHAKE_MILLIS);
    handler.setCloseNotifyReadTimeoutMillis(0);
    return handler;
  }

  /**
   * Who the other side is, by the first name in its certificate. To be asked after each handshake:
   * a session that is resumed is not checked against the revocation list by TLS.
   *
   * @throws CertificateException if it is revoked
   */
  String peer(SslHandler handler) throws CertificateException {
    try {
      X509Certificate certificate =
          (X509Certificate) handler.engine().getSession().getPeerCertificates()[0];
      revocation.check(certificate);
      return certificate.getSubjectX500Principal().getName();
    } catch (SSLPeerUnverifiedException none) {
      throw new CertificateException("The other side showed no certificate", none);
    }
  }

  @Override
  public void close() {
    signers.shutdown();
  }
}
