package eu.rempart.tls.serve;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;

/** The tunnel's end on the client's side, behind TLS. */
final class ClientEnd extends ChannelInboundHandlerAdapter {
  private final Tunnel tunnel;

  ClientEnd(Tunnel tunnel) {
    this.tunnel = tunnel;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    tunnel.fromClient((ByteBuf) message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    tunnel.fromClientComplete();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    tunnel.clientWritable();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      tunnel.clientEnded();
    } else if (event instanceof io.netty.handler.ssl.SslCloseCompletionEvent) {
      tunnel.clientSaidFarewell();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    tunnel.clientGone();
  }

  /** A broken record, or the client's reset: nothing can follow. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    tunnel.failed();
  }
}
