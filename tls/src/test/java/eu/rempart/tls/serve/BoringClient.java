package eu.rempart.tls.serve;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.Future;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** A client on BoringSSL, for what the JDK's can't offer. */
final class BoringClient {
  private static final int PATIENCE = 120;

  private BoringClient() {}

  /** Connects with these groups, has one byte echoed, and goes. */
  static void talk(int port, X509Certificate authority, String... groups) throws Exception {
    SslContext tls =
        SslContextBuilder.forClient()
            .sslProvider(SslProvider.OPENSSL)
            .trustManager(authority)
            .option(OpenSslContextOption.GROUPS, groups)
            .build();
    CompletableFuture<Byte> echoed = new CompletableFuture<>();
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try {
      Channel channel =
          new Bootstrap()
              .group(group)
              .channel(NioSocketChannel.class)
              .handler(
                  new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                      SslHandler handler = tls.newHandler(channel.alloc(), "localhost", port);
                      // said first: a server that refuses may have gone before anything is written
                      handler.handshakeFuture().addListener(done -> tell(done, echoed));
                      channel.pipeline().addLast(handler);
                      channel.pipeline().addLast(new Echoed(echoed));
                    }
                  })
              .connect("localhost", port)
              .sync()
              .channel();
      channel
          .writeAndFlush(Unpooled.wrappedBuffer(new byte[] {'x'}))
          .addListener(done -> tell(done, echoed));
      echoed.get(PATIENCE, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new SSLException(failed.getCause());
    } finally {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }
  }

  private static void tell(Future<?> done, CompletableFuture<Byte> echoed) {
    if (!done.isSuccess()) {
      echoed.completeExceptionally(done.cause());
    }
  }

  private static final class Echoed extends SimpleChannelInboundHandler<io.netty.buffer.ByteBuf> {
    private final CompletableFuture<Byte> echoed;

    Echoed(CompletableFuture<Byte> echoed) {
      this.echoed = echoed;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, io.netty.buffer.ByteBuf bytes) {
      echoed.complete(bytes.readByte());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      echoed.completeExceptionally(cause);
    }
  }
}
