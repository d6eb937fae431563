package eu.rempart.tls.link;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeUnit;

/** On a node: hears one edge's reports. */
@SuppressWarnings("FutureReturnValueIgnored") // what fails here ends the channel, which tells
final class EdgeFeed extends SimpleChannelInboundHandler<Message> {
  private static final System.Logger log = System.getLogger(EdgeFeed.class.getName());
  private static final int SILENT_SECONDS = 15;

  private final String edge;
  private final SslHandler tls;
  private final NodeListener node;

  EdgeFeed(String edge, SslHandler tls, NodeListener node) {
    this.edge = edge;
    this.tls = tls;
    this.node = node;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    ctx.pipeline().addFirst(new ReadTimeoutHandler(SILENT_SECONDS, TimeUnit.SECONDS));
    log.log(System.Logger.Level.INFO, "The edge {0} listens to this node", edge);
  }

  /** Asks each time whether the edge is revoked: a feed may last for months. */
  @Override
  protected void channelRead0(ChannelHandlerContext ctx, Message message)
      throws CertificateException {
    node.tls().peer(tls);
    boolean copy = message.kind() == Message.Kind.COPY;
    if ((copy || message.kind() == Message.Kind.REPORT) && message.content().length > 0) {
      node.reports().take(edge, message.content(), copy);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    log.log(System.Logger.Level.INFO, "The edge {0} is gone", edge);
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    log.log(System.Logger.Level.WARNING, "The feed of the edge {0} broke: {1}", edge, cause);
    ctx.close();
  }
}
