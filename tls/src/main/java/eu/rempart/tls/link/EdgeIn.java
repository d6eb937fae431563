package eu.rempart.tls.link;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.security.cert.CertificateException;

/** On a node: waits for the handshake of an edge, and then does what the edge came for. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
final class EdgeIn extends ChannelInboundHandlerAdapter {
  private static final System.Logger log = System.getLogger(EdgeIn.class.getName());

  private final NodeListener node;
  private final SslHandler tls;

  EdgeIn(NodeListener node, SslHandler tls) {
    this.node = node;
    this.tls = tls;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
    if (!(event instanceof SslHandshakeCompletionEvent completion)) {
      ctx.fireUserEventTriggered(event);
      return;
    }
    Channel channel = ctx.channel();
    if (!completion.isSuccess()) {
      log.log(
          System.Logger.Level.WARNING,
          "Refused {0}, which is no edge of ours: {1}",
          channel.remoteAddress(),
          completion.cause().getMessage());
      channel.close();
      return;
    }
    try {
      String edge = node.tls().peer(tls);
      begin(ctx, edge, String.valueOf(tls.engine().getApplicationProtocol()));
    } catch (CertificateException revoked) {
      log.log(
          System.Logger.Level.WARNING,
          "Refused the edge at {0}: {1}",
          channel.remoteAddress(),
          revoked.getMessage());
      channel.close();
    }
  }

  private void begin(ChannelHandlerContext ctx, String edge, String protocol) {
    Channel channel = ctx.channel();
    switch (protocol) {
      case LinkTls.TUNNEL -> {
        Relay relay = new Relay(channel, tls);
        ctx.pipeline().replace(this, "relay", relay.edgeEnd());
        relay.open(node.backend());
      }
      case LinkTls.FEED -> {
        channel
            .config()
            .setWriteBufferWaterMark(
                new WriteBufferWaterMark(Message.LARGEST, 2 * Message.LARGEST));
        MessageCodec.addTo(ctx.pipeline());
        ctx.pipeline().addLast(new EdgeFeed(edge, tls, node));
        ctx.pipeline().remove(this);
        node.join(channel);
      }
      default -> channel.close(); // it named none
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close(); // said where the handshake failed
  }
}
