package eu.rempart.tls.serve;

import eu.rempart.tls.ServerTls;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.sign.Corretto;
import eu.rempart.tls.sign.SignerPool;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.security.Provider;
import java.time.Duration;
import javax.net.ssl.SSLSession;

/**
 * TLS by the JDK: where BoringSSL has no library, and for the strict profile, since only here can
 * TLS 1.3 go without its suite of 128 bits. Tasks with a signature in them run in the pool, whole.
 * A renewal needs nothing: the key manager serves the current certificate.
 */
final class JdkEngines implements Engines {
  private final SslContext context;
  private final SignerPool pool;
  private final Duration handshakeTime;

  JdkEngines(ServerTls tls, SignerPool pool, Duration handshakeTime) {
    Corretto.preferForJsse();
    this.context =
        new JdkSslContext(
            tls.sslContext(),
            false,
            tls.cipherSuites(),
            IdentityCipherSuiteFilter.INSTANCE,
            BoringEngines.ALPN,
            ClientAuth.NONE,
            tls.protocols().toArray(String[]::new),
            false);
    this.pool = pool;
    this.handshakeTime = handshakeTime;
  }

  @Override
  public SslHandler newHandler(Visit visit) {
    SslHandler handler = context.newHandler(visit.channel.alloc(), pool.executor(visit::rank));
    handler.setHandshakeTimeoutMillis(handshakeTime.toMillis());
    handler.setCloseNotifyReadTimeoutMillis(0);
    return handler;
  }

  @Override
  public Handshake negotiated(SslHandler handler, Visit visit) {
    SSLSession session = handler.engine().getSession();
    long age = System.currentTimeMillis() - session.getCreationTime();
    Duration took = Duration.ofNanos(System.nanoTime() - visit.helloAt);
    return new Handshake(
        session.getProtocol(),
        session.getCipherSuite(),
        null,
        visit.claimsToResume && age > took.toMillis() + 1,
        visit.ja4,
        took);
  }

  @Override
  public void renew() {
    // see above
  }

  @Override
  public EdgeEngine kind() {
    return new EdgeEngine("JDK", Corretto.provider().map(Provider::getName).orElse("JDK"), false);
  }

  @Override
  public void close() {
    // nothing of its own
  }
}
