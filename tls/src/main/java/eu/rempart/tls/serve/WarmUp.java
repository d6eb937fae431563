package eu.rempart.tls.serve;

import eu.rempart.tls.ServerKey;
import eu.rempart.tls.gate.ConnectionGate;
import eu.rempart.tls.gate.EdgeListener;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Verdict;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/**
 * Has the edge serve itself for a moment, on ports of loopback that nobody knows: the first
 * thousand handshakes of a JVM cost up to three times as much as those after them.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a connection that fails here is one less
final class WarmUp {
  private static final byte[] REQUEST = {'\r', '\n', '\r', '\n'};

  private final Parts parts;
  private final EventLoopGroup loops;
  private final SslContext client;

  WarmUp(Parts parts, EventLoopGroup loops, ServerKey key) {
    this.parts = parts;
    this.loops = loops;
    boolean boring = parts.engines().kind().postQuantum();
    try {
      client =
          SslContextBuilder.forClient()
              .sslProvider(boring ? SslProvider.OPENSSL : SslProvider.JDK)
              .trustManager(key.chain().getFirst())
              .endpointIdentificationAlgorithm("")
              .build();
    } catch (SSLException e) {
      throw new IllegalStateException("The edge can't be a client of itself", e);
    }
  }

  /**
   * Shakes hands with itself again and again.
   *
   * @return how often
   */
  int run(Duration time) {
    Channel backend = listen(initializer(Echo::new));
    Parts own =
        new Parts(
            EdgeSettings.on(loopback()),
            new Deaf(),
            new Deaf(),
            parts.engines(),
            parts.signers(),
            Backend.tcp((InetSocketAddress) backend.localAddress()),
            parts.clients(),
            parts.tls());
    Channel edge =
        listen(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                new Visit(channel, own, loopback(), loopback());
                channel.pipeline().addLast(new Entrance());
              }
            });
    try {
      int count = 0;
      for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; count++) {
        visit(edge);
      }
      return count;
    } finally {
      edge.close().awaitUninterruptibly();
      backend.close().awaitUninterruptibly();
    }
  }

  private void visit(Channel edge) {
    InetSocketAddress address = (InetSocketAddress) edge.localAddress();
    new Bootstrap()
        .group(loops)
        .channel(NioSocketChannel.class)
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                SslHandler tls = client.newHandler(channel.alloc());
                channel.pipeline().addLast(tls, new Ask());
              }
            })
        .connect(address)
        .channel()
        .closeFuture()
        .awaitUninterruptibly();
  }

  private Channel listen(ChannelHandler handler) {
    return new ServerBootstrap()
        .group(loops)
        .channel(NioServerSocketChannel.class)
        .childHandler(handler)
        .bind(loopback())
        .syncUninterruptibly()
        .channel();
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static ChannelHandler initializer(Supplier<ChannelHandler> handler) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        channel.pipeline().addLast(handler.get());
      }
    };
  }

  private static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ctx.writeAndFlush(message);
    }
  }

  /** Sends something as soon as it may, and goes with the first bytes of the answer. */
  private static final class Ask extends SimpleChannelInboundHandler<ByteBuf> {
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      ctx.writeAndFlush(Unpooled.wrappedBuffer(REQUEST));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf answer) {
      ctx.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }

  /** Lets the edge in, and counts none of it. */
  private static final class Deaf implements ConnectionGate, EdgeListener {
    @Override
    public Verdict admit(long high, long low) {
      return Verdict.PASS;
    }

    @Override
    public Verdict handshake(long high, long low, boolean resumes, double load) {
      return Verdict.PASS;
    }

    @Override
    public void ended(long high, long low) {}

    @Override
    public void refused(long high, long low, Verdict why) {}

    @Override
    public void shookHands(long high, long low, Handshake handshake) {}

    @Override
    public void handshakeFailed(long high, long low, String reason) {}

    @Override
    public void closed(long high, long low, long received, long sent) {}
  }
}
