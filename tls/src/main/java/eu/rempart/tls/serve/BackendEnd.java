package eu.rempart.tls.serve;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;

/** The tunnel's end on the backend's side. */
final class BackendEnd extends ChannelInboundHandlerAdapter {
  private final Tunnel tunnel;

  BackendEnd(Tunnel tunnel) {
    this.tunnel = tunnel;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    tunnel.fromBackend((ByteBuf) message);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    tunnel.backendWritable();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent || event instanceof SslCloseCompletionEvent) {
      tunnel.backendEnded();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    tunnel.backendEnded();
  }

  /** The backend reset the connection; the client sees the same. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    tunnel.backendFailed();
  }
}
