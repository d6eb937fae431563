package eu.rempart.tls.serve;

import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsProfile;
import eu.rempart.tls.gate.ConnectionGate;
import eu.rempart.tls.gate.EdgeListener;
import eu.rempart.tls.sign.SignerPool;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.OpenSsl;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The edge: listens, has sources and handshakes judged, ends TLS, and passes bytes on to a backend.
 * Safe for use by several threads.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
public final class EdgeServer implements AutoCloseable {
  private static final int BACKLOG = 4096;
  private static final long RELEASED_AFTER_SECONDS = 30;

  private final EventLoopGroup acceptors;
  private final EventLoopGroup loops;
  private final SignerPool signers;
  private final ChannelGroup clients;
  private final Door door;
  private volatile Parts parts;
  private volatile TicketKeys tickets = TicketKeys.random();
  private volatile @Nullable Channel listening;

  /**
   * Prepares everything; nothing listens until {@link #open}.
   *
   * @param tls certificate and policy; its renewals are followed
   */
  public EdgeServer(
      EdgeSettings settings,
      ServerTls tls,
      Backend backend,
      ConnectionGate gate,
      EdgeListener listener) {
    acceptors = group("edge-accept", 1);
    loops = group("edge", settings.loops());
    signers = new SignerPool(settings.signers(), settings.budget());
    clients = new DefaultChannelGroup(loops.next(), true);
    parts =
        new Parts(settings, gate, listener, engines(settings, tls), signers, backend, clients, tls);
    door = new Door(this::parts);
  }

  private Parts parts() {
    return parts;
  }

  private static EventLoopGroup group(String name, int threads) {
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
  }

  private Engines engines(EdgeSettings settings, ServerTls tls) {
    Duration time = settings.times().handshake();
    Engines engines =
        OpenSsl.isAvailable() && tls.profile() != TlsProfile.STRICT
            ? new BoringEngines(tls::serverKey, () -> tickets, tls.profile(), signers, time, loops)
            : new JdkEngines(tls, signers, time);
    tls.onRenewal(engines::renew);
    return engines;
  }

  /**
   * Takes other settings, another certificate and another policy, for connections that begin from
   * now on. Address, loops and signers stay as they are.
   */
  public synchronized void reload(EdgeSettings settings, ServerTls tls) {
    Parts former = parts;
    parts =
        new Parts(
            settings,
            former.gate(),
            former.listener(),
            engines(settings, tls),
            signers,
            former.backend(),
            clients,
            tls);
    // What began a moment ago may be about to ask for its engine.
    loops.schedule(() -> former.engines().close(), RELEASED_AFTER_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Serves itself on loopback, so that the first people need not wait for the JVM's compilers.
   *
   * @param time how long to do so
   * @return handshakes made
   */
  public int warmUp(Duration time) {
    return new WarmUp(parts, loops, parts.tls().serverKey()).run(time);
  }

  /**
   * Begins to listen.
   *
   * @return where, with the port that was free if none was asked for
   * @throws BindException if the address is in use or not ours
   */
  public InetSocketAddress open() throws BindException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(acceptors, loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .handler(door)
            .childHandler(new Entrance())
            .bind(parts.settings().address())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      BindException failure = new BindException("Can't listen on " + parts.settings().address());
      failure.initCause(bound.cause());
      throw failure;
    }
    listening = bound.channel();
    return (InetSocketAddress) bound.channel().localAddress();
  }

  /** Takes other keys for tickets, for connections that begin from now on. */
  public void useTickets(TicketKeys keys) {
    tickets = keys;
    parts.engines().renew();
  }

  /**
   * Has the gate look once more at all connections there are, since its rules have changed. Returns
   * at once; whom the gate refuses is reset within moments.
   */
  public void review() {
    if (loops.isShuttingDown()) {
      return;
    }
    loops.forEach(
        loop ->
            loop.execute(
                () ->
                    clients.stream()
                        .filter(channel -> channel.eventLoop().equals(loop))
                        .map(Visit::of)
                        .forEach(Visit::review)));
  }

  /** What does the cryptography. */
  public EdgeEngine engine() {
    return parts.engines().kind();
  }

  /** Clients connected now. */
  public int connections() {
    return clients.size();
  }

  /** How full the queue of signatures is, from 0.0 to 1.0. */
  public double load() {
    return signers.load();
  }

  /** For tests that fill the queue of signatures. */
  SignerPool signers() {
    return signers;
  }

  /** For tests of what a connection meets that came in the moment before the end. */
  Door door() {
    return door;
  }

  /**
   * Takes no new connection any more, for good; those that are there go on. Once it returns, nobody
   * can connect.
   */
  public void stopListening() {
    door.close();
    Channel channel = listening;
    if (channel != null) {
      channel.close().awaitUninterruptibly();
    }
    // A selector lets go of a closed socket only when it looks again, and until then the port takes
    // connections that nobody will ever answer; its own end waits for that.
    acceptors.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  /**
   * Waits until all connections are over.
   *
   * @return whether they are, after at most that time
   */
  public boolean awaitEmpty(Duration time) {
    return clients.newCloseFuture().awaitUninterruptibly(time.toMillis());
  }

  /** Ends everything at once. */
  @Override
  public void close() {
    stopListening();
    clients.close().awaitUninterruptibly();
    signers.close();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    parts.engines().close();
  }
}
