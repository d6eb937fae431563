package eu.rempart.tls.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

/**
 * A client that does nothing but shake hands: it goes as soon as the server's session tickets are
 * there. One that wants to be resumed asks for a page and goes with that, since BoringSSL sends its
 * tickets with the first answer. One thread. Close it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failure ends the channel, which is counted
public final class Handshakes implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 1_000;
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("client", true), NioIoHandler.newFactory());
  private final InetSocketAddress server;
  private final SslContext tls;
  private final boolean resume;
  private final boolean asks;

  private Handshakes(int port, SslContext tls, boolean resume, boolean asks) {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.tls = tls;
    this.resume = resume;
    this.asks = asks;
  }

  /**
   * A client on BoringSSL whose every handshake is a full one.
   *
   * @param group the only key exchange offered, as IANA spells it
   */
  public static Handshakes full(int port, X509Certificate authority, String group) {
    return new Handshakes(port, of(authority, group), false, false);
  }

  /** As {@link #full}, of a client that asks for a page and goes with that. */
  public static Handshakes asking(int port, X509Certificate authority, String group) {
    return new Handshakes(port, of(authority, group), false, true);
  }

  private static SslContext of(X509Certificate authority, String group) {
    return context(
        builder(authority)
            .sslProvider(SslProvider.OPENSSL)
            .option(OpenSslContextOption.GROUPS, new String[] {group}));
  }

  /** A client on the JDK that comes back with its tickets; its first handshakes are full. */
  public static Handshakes resuming(int port, X509Certificate authority) {
    return new Handshakes(
        port, context(builder(authority).sslProvider(SslProvider.JDK)), true, true);
  }

  private static SslContextBuilder builder(X509Certificate authority) {
    return SslContextBuilder.forClient()
        .trustManager(authority)
        .protocols("TLSv1.3")
        .endpointIdentificationAlgorithm("");
  }

  private static SslContext context(SslContextBuilder builder) {
    try {
      return builder.build();
    } catch (SSLException e) {
      throw new IllegalStateException("There is no such client", e);
    }
  }

  /**
   * Shakes hands so often, with so many connections open at any time, and waits for the last.
   *
   * @return how many succeeded
   */
  public int run(int count, int atOnce) throws InterruptedException {
    Round round = new Round(count);
    for (int i = 0; i < Math.min(atOnce, count); i++) {
      next(round, i);
    }
    round.over.await();
    return round.succeeded.get();
  }

  private void next(Round round, int slot) {
    if (round.begun.incrementAndGet() > round.count) {
      return;
    }
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        // A reset leaves no port waiting: loopback has 28,000, and a round takes thousands.
        .option(ChannelOption.SO_LINGER, 0)
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                SslHandler handler =
                    resume
                        ? tls.newHandler(channel.alloc(), "slot" + slot, server.getPort())
                        : tls.newHandler(channel.alloc());
                if (!asks) {
                  channel.pipeline().addLast(new Goes());
                }
                channel.pipeline().addLast(handler, new Counts(round, asks));
              }
            })
        .connect(server)
        .channel()
        .closeFuture()
        .addListener(
            _ -> {
              round.over.countDown();
              next(round, slot);
            });
  }

  @Override
  public void close() {
    loop.shutdownGracefully();
  }

  private static final class Round {
    final int count;
    final AtomicInteger begun = new AtomicInteger();
    final AtomicInteger succeeded = new AtomicInteger();
    final CountDownLatch over;

    Round(int count) {
      this.count = count;
      this.over = new CountDownLatch(count);
    }
  }

  /**
   * Without TLS' farewell: an engine that is closed before the server's one forgets its tickets.
   */
  private static void leave(Channel channel) {
    if (channel.pipeline().get(SslHandler.class) != null) {
      channel.pipeline().remove(SslHandler.class);
      channel.close();
    }
  }

  /** In front of TLS: what comes after the handshake are the tickets. */
  private static final class Goes extends ChannelInboundHandlerAdapter {
    private boolean tickets;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      SslHandler handler = ctx.pipeline().get(SslHandler.class);
      tickets |= handler != null && handler.handshakeFuture().isSuccess();
      ctx.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
      ctx.fireChannelReadComplete();
      if (tickets) {
        leave(ctx.channel());
      }
    }
  }

  private static final class Counts extends ChannelInboundHandlerAdapter {
    private final Round round;
    private final boolean asks;

    Counts(Round round, boolean asks) {
      this.round = round;
      this.asks = asks;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      if (event instanceof SslHandshakeCompletionEvent completion && completion.isSuccess()) {
        round.succeeded.incrementAndGet();
        if (asks) {
          ctx.writeAndFlush(Unpooled.wrappedBuffer(REQUEST));
          return;
        }
        // Who was resumed may get no further ticket.
        ctx.executor().schedule(() -> leave(ctx.channel()), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object answer) {
      ReferenceCountUtil.release(answer);
      ctx.executor().execute(() -> leave(ctx.channel()));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }
}
