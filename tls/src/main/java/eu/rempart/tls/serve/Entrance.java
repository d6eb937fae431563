package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Verdict;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/** Prepares a connection that passed the door. */
final class Entrance extends ChannelInitializer<Channel> {
  private final Parts parts;

  Entrance(Parts parts) {
    this.parts = parts;
  }

  @Override
  protected void initChannel(Channel channel) {
    Visit visit = Visit.of(channel);
    visit.begin();
    Marks.set(channel);
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.addLast("idle", new Idle(parts.settings().times()));
    if (!parts.settings().balancers().isEmpty()) {
      pipeline.addLast("proxy", new ProxyIn(visit));
    }
    pipeline.addLast("hello", new HelloIn(visit));
    visit.deadline(parts.settings().times().hello(), Verdict.HELLO_TOO_SLOW);
  }

  /** Ends connections on which nothing moves in either direction. */
  private static final class Idle extends IdleStateHandler {
    Idle(EdgeTimes times) {
      super(0, 0, times.idle().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext ctx, IdleStateEvent event) {
      Visit.of(ctx.channel()).reset();
    }
  }
}
