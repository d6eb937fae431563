package eu.rempart.tls.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A client that keeps its connections and asks the same again and again, each connection as soon as
 * it has its answer. One thread. Close it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failure ends the channel, which is told
public final class Requests implements AutoCloseable {
  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("client", true), NioIoHandler.newFactory());
  private final List<Channel> channels = new ArrayList<>();
  private final byte[] request;
  private final byte last;
  private volatile Round round = new Round(0);

  /**
   * Connects, and has one answer on each connection.
   *
   * @param authority whom to trust; null for a server without TLS
   * @param connections kept open
   * @param request the bytes of one
   * @param last what ends an answer, and is nowhere else at the end of what is read at once
   */
  public Requests(
      int port, @Nullable X509Certificate authority, int connections, byte[] request, byte last)
      throws InterruptedException {
    this.request = request.clone();
    this.last = last;
    SslContext tls = authority == null ? null : tls(authority);
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    if (tls != null) {
                      channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                    }
                    channel.pipeline().addLast(new Asks());
                  }
                });
    for (int i = 0; i < connections; i++) {
      channels.add(
          bootstrap
              .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
              .sync()
              .channel());
    }
  }

  private static SslContext tls(X509Certificate authority) {
    try {
      return SslContextBuilder.forClient()
          .sslProvider(SslProvider.OPENSSL)
          .trustManager(authority)
          .endpointIdentificationAlgorithm("")
          .build();
    } catch (SSLException e) {
      throw new IllegalStateException("BoringSSL can't be a client", e);
    }
  }

  /**
   * Has so many answers, over all connections.
   *
   * @throws IOException if a connection ended
   */
  public void run(int count) throws IOException, InterruptedException {
    Round next = new Round(count);
    round = next;
    channels.forEach(next::ask);
    next.over.await();
    if (next.lost) {
      throw new IOException("A connection ended");
    }
  }

  @Override
  public void close() {
    channels.forEach(Channel::close);
    loop.shutdownGracefully();
  }

  private final class Round {
    private final AtomicInteger left;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger open;
    private volatile boolean lost;

    Round(int count) {
      left = new AtomicInteger(count);
      open = new AtomicInteger(channels.size());
    }

    void ask(Channel channel) {
      if (left.getAndDecrement() > 0) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(request));
      } else if (open.decrementAndGet() == 0) {
        over.countDown();
      }
    }
  }

  private final class Asks extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      boolean whole = bytes.getByte(bytes.writerIndex() - 1) == last;
      bytes.release();
      if (whole) {
        round.ask(ctx.channel());
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      round.lost = true;
      round.over.countDown();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }
}
