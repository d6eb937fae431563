package eu.rempart.tls.serve;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/** Ends connections on which nothing moves in either direction. */
final class Idle extends IdleStateHandler {
  Idle(EdgeTimes times) {
    super(0, 0, times.idle().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  protected void channelIdle(ChannelHandlerContext ctx, IdleStateEvent event) {
    Visit.of(ctx.channel()).reset();
  }
}
