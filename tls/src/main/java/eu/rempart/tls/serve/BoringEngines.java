package eu.rempart.tls.serve;

import eu.rempart.tls.ServerKey;
import eu.rempart.tls.TlsProfile;
import eu.rempart.tls.TrustsNobody;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.sign.KeySigner;
import eu.rempart.tls.sign.Signer;
import eu.rempart.tls.sign.SignerPool;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.OpenSslSession;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.OpenSslX509KeyManagerFactory;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.internal.tcnative.SSL;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/** TLS by BoringSSL, which never sees the private key: signatures are made by a {@link Signer}. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
final class BoringEngines implements Engines {
  /** HTTP/2 first; the names are IANA's. */
  static final ApplicationProtocolConfig ALPN =
      new ApplicationProtocolConfig(
          Protocol.ALPN,
          SelectorFailureBehavior.NO_ADVERTISE,
          SelectedListenerFailureBehavior.ACCEPT,
          "h2",
          "http/1.1");

  /** By then whoever began with the former certificate has an engine, which holds on to it. */
  private static final long RELEASED_AFTER_SECONDS = 30;

  private final Supplier<ServerKey> key;
  private final Supplier<TicketKeys> tickets;
  private final TlsProfile profile;
  private final SignerPool pool;
  private final Duration handshakeTime;
  private final ScheduledExecutorService later;
  private final Map<SSLEngine, Visit> visits = new ConcurrentHashMap<>();

  private record Generation(SslContext context, Signer signer) {}

  private volatile Generation current;
  private boolean closed;

  BoringEngines(
      Supplier<ServerKey> key,
      Supplier<TicketKeys> tickets,
      TlsProfile profile,
      SignerPool pool,
      Duration handshakeTime,
      ScheduledExecutorService later) {
    this.key = key;
    this.tickets = tickets;
    this.profile = profile;
    this.pool = pool;
    this.handshakeTime = handshakeTime;
    this.later = later;
    this.current = generation();
  }

  private Generation generation() {
    ServerKey now = key.get();
    Signer signer = KeySigner.of(now.key());
    try {
      SslContext context =
          SslContextBuilder.forServer(
                  OpenSslX509KeyManagerFactory.newKeyless(
                      now.chain().toArray(X509Certificate[]::new)))
              .sslProvider(SslProvider.OPENSSL_REFCNT)
              .trustManager(new TrustsNobody())
              .protocols(profile.protocols())
              .ciphers(profile.cipherSuites())
              .applicationProtocolConfig(ALPN)
              .option(OpenSslContextOption.USE_TASKS, true)
              .option(OpenSslContextOption.GROUPS, profile.namedGroups().toArray(String[]::new))
              .option(
                  OpenSslContextOption.ASYNC_PRIVATE_KEY_METHOD,
                  new Signatures(signer, pool, visits))
              .build();
      OpenSslSessionContext sessions = (OpenSslSessionContext) context.sessionContext();
      sessions.setSessionCacheEnabled(false); // tickets alone: nothing to keep for anybody
      sessions.setTicketKeys(
          tickets.get().keys().stream()
              .map(BoringEngines::ticketKey)
              .toArray(OpenSslSessionTicketKey[]::new));
      return new Generation(context, signer);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("BoringSSL can't use the certificate or the policy", e);
    }
  }

  private static OpenSslSessionTicketKey ticketKey(byte[] key) {
    return new OpenSslSessionTicketKey(
        Arrays.copyOfRange(key, 0, 16),
        Arrays.copyOfRange(key, 16, 32),
        Arrays.copyOfRange(key, 32, 48));
  }

  @Override
  public SslHandler newHandler(Visit visit) {
    SslHandler handler = current.context().newHandler(visit.channel.alloc());
    handler.setHandshakeTimeoutMillis(handshakeTime.toMillis());
    handler.setCloseNotifyReadTimeoutMillis(0);
    SSLEngine engine = handler.engine();
    if (!visit.mayResume) {
      SSL.setOptions(((ReferenceCountedOpenSslEngine) engine).sslPointer(), SSL.SSL_OP_NO_TICKET);
    }
    visits.put(engine, visit);
    visit.channel.closeFuture().addListener(_ -> visits.remove(engine));
    return handler;
  }

  @Override
  public Handshake negotiated(SslHandler handler, Visit visit) {
    OpenSslSession session = (OpenSslSession) handler.engine().getSession();
    return new Handshake(
        session.getProtocol(),
        session.getCipherSuite(),
        group(session.getNamedGroup()),
        !visit.signed,
        visit.ja4,
        Duration.ofNanos(System.nanoTime() - visit.helloAt));
  }

  /** BoringSSL has NIST's names for the curves, IANA those of the profile. */
  private static @Nullable String group(@Nullable String name) {
    return "P-384".equals(name) ? "secp384r1" : name;
  }

  @Override
  public synchronized void renew() {
    if (closed) {
      return;
    }
    Generation former = current;
    current = generation();
    later.schedule(
        () -> ReferenceCountUtil.release(former.context()),
        RELEASED_AFTER_SECONDS,
        TimeUnit.SECONDS);
  }

  @Override
  public EdgeEngine kind() {
    return new EdgeEngine("BoringSSL", current.signer().name(), true);
  }

  @Override
  public synchronized void close() {
    closed = true;
    ReferenceCountUtil.release(current.context());
  }
}
