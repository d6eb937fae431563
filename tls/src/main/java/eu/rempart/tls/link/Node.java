package eu.rempart.tls.link;

import eu.rempart.tls.serve.Way;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/**
 * One node as an edge sees it. It takes connections if it said so within the last seconds, and none
 * has failed since. Thread safe.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
final class Node implements Way {
  private static final System.Logger log = System.getLogger(Node.class.getName());
  private static final int CONNECT_MILLIS = 3_000;

  private final NodeAddress name;
  private final long key;
  private final LinkTls tls;
  private final NodesListener listener;
  private volatile @Nullable InetSocketAddress address;
  private NodeState state = NodeState.AWAY;

  Node(NodeAddress name, LinkTls tls, NodesListener listener) {
    this.name = name;
    this.key = Rendezvous.key(name.toString());
    this.tls = tls;
    this.listener = listener;
  }

  NodeAddress name() {
    return name;
  }

  long key() {
    return key;
  }

  synchronized NodeState state() {
    return state;
  }

  boolean takes() {
    return takes(state());
  }

  /** The node said so, or is silent. */
  void state(NodeState now) {
    boolean news;
    synchronized (this) {
      news = takes(now) != takes(state);
      state = now;
    }
    if (news) {
      listener.changed(name, takes(now));
    }
  }

  private static boolean takes(NodeState state) {
    return state != NodeState.AWAY;
  }

  /** Looks its name up anew; the former address stays where that fails. */
  void lookUp() {
    try {
      address = name.resolve();
    } catch (UnknownHostException unknown) {
      log.log(System.Logger.Level.WARNING, "The name of the node {0} is not known now", name);
    }
  }

  boolean isKnown() {
    return address != null;
  }

  /** Port 0 of nowhere, to which no connection succeeds, while its name is not known. */
  @Override
  public InetSocketAddress address() {
    InetSocketAddress now = address;
    return now == null ? new InetSocketAddress(0) : now;
  }

  @Override
  public Channel newChannel() {
    return newChannel(LinkTls.TUNNEL);
  }

  Channel newChannel(String protocol) {
    NioSocketChannel channel = new NioSocketChannel();
    channel.config().setOption(ChannelOption.TCP_NODELAY, true);
    channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
    channel.config().setConnectTimeoutMillis(CONNECT_MILLIS);
    channel.pipeline().addLast("tls", tls.client(name.host(), name.port(), protocol));
    return channel;
  }

  @Override
  public Future<?> ready(Channel connected) {
    SslHandler handler = connected.pipeline().get(SslHandler.class);
    if (handler == null) {
      return connected.newFailedFuture(new CertificateException("the node went away"));
    }
    Promise<Void> ready = connected.eventLoop().newPromise();
    handler
        .handshakeFuture()
        .addListener(
            handshake -> {
              try {
                if (handshake.isSuccess()) {
                  tls.peer(handler);
                  ready.setSuccess(null);
                } else {
                  ready.setFailure(handshake.cause());
                }
              } catch (CertificateException revoked) {
                ready.setFailure(revoked);
              }
            });
    return ready;
  }

  @Override
  public void failed(Throwable cause) {
    log.log(System.Logger.Level.WARNING, "The node {0} takes no connection: {1}", name, cause);
    state(NodeState.AWAY);
  }
}
