package eu.rempart.tls.link;

import eu.rempart.tls.AuthorityTrust;
import eu.rempart.tls.RevocationCheck;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.serve.Backend;
import eu.rempart.tls.serve.TicketKeys;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.ByteArrayOutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A node's door for edges: takes their tunnels and hands them to the backend, PROXY header and all,
 * and keeps them informed of what they decide by. Only who shows a certificate of the own authority
 * for clients, which is not revoked, gets further than the handshake. Safe for use by several
 * threads.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
public final class NodeListener implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final InetSocketAddress address;
  private final LinkTls tls;
  private final EventLoopGroup acceptor = group("node-accept", 1);
  private final EventLoopGroup loops;
  private final ChannelGroup channels;
  private final ChannelGroup feeds;
  private final Reports reports;
  private final Backend backend;

  /** The last of each kind, for edges that come later; guarded by this. */
  private final Map<Message.Kind, Message> latest = new EnumMap<>(Message.Kind.class);

  private volatile @Nullable ChannelFuture listening;

  /**
   * Prepares everything; nothing listens until {@link #open}.
   *
   * @param address port 0 for any free one
   * @param own certificate of the own authority for the name by which edges know this node
   * @param backend reads a PROXY header first
   * @param reports is given what edges write
   */
  public NodeListener(
      InetSocketAddress address,
      ServerTls own,
      RevocationCheck revocation,
      Backend backend,
      Reports reports) {
    this.address = address;
    this.tls = new LinkTls(own.sslContext(new AuthorityTrust(revocation)), revocation);
    this.backend = backend;
    this.reports = reports;
    this.loops = group("node", Math.max(2, Runtime.getRuntime().availableProcessors()));
    this.channels = new DefaultChannelGroup(loops.next(), true);
    this.feeds = new DefaultChannelGroup(loops.next(), true);
  }

  private static EventLoopGroup group(String name, int threads) {
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
  }

  /**
   * Begins to listen.
   *
   * @return where
   * @throws BindException if the address is in use or not ours
   */
  public InetSocketAddress open() throws BindException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(acceptor, loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channels.add(channel);
                    var handler = tls.server();
                    channel.pipeline().addLast(handler, new EdgeIn(NodeListener.this, handler));
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      BindException failure = new BindException("Can't listen for edges on " + address);
      failure.initCause(bound.cause());
      throw failure;
    }
    listening = bound;
    return (InetSocketAddress) bound.channel().localAddress();
  }

  LinkTls tls() {
    return tls;
  }

  Backend backend() {
    return backend;
  }

  Reports reports() {
    return reports;
  }

  /** How many edges listen to this node. */
  public int edges() {
    return feeds.size();
  }

  /** Tells edges whether connections may be sent here; to be repeated every second. */
  public void publishState(NodeState state) {
    publish(new Message(Message.Kind.STATE, state.content()));
  }

  public void publishTickets(TicketKeys keys) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    keys.keys().forEach(content::writeBytes);
    publish(new Message(Message.Kind.TICKETS, content.toByteArray()));
  }

  /**
   * Tells edges what to decide by, in place of what was told before.
   *
   * @param rules at most 16 MiB
   */
  public void publishRules(byte[] rules) {
    publish(new Message(Message.Kind.RULES, rules));
  }

  private synchronized void publish(Message message) {
    latest.put(message.kind(), message);
    // One that reads too slowly loses its connection, and hears the latest at the next.
    feeds.forEach(
        feed -> {
          if (feed.isWritable()) {
            feed.writeAndFlush(message);
          } else {
            feed.close();
          }
        });
  }

  /** An edge listens from now on. */
  synchronized void join(Channel feed) {
    feeds.add(feed);
    latest.values().forEach(feed::write);
    feed.flush();
  }

  /** Takes no new connection any more; those that are there go on. */
  public void stopListening() {
    ChannelFuture bound = listening;
    if (bound != null) {
      bound.channel().close().awaitUninterruptibly();
    }
  }

  /** Ends everything at once. */
  @Override
  public void close() {
    stopListening();
    channels.close().awaitUninterruptibly();
    acceptor.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    tls.close();
  }
}
