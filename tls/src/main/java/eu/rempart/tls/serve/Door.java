package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Verdict;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/**
 * Gate 1, in the pipeline of the listening socket: who is refused here costs a system call or two,
 * no registration with an event loop, and gets no byte.
 */
@Sharable
final class Door extends ChannelInboundHandlerAdapter {
  private final Supplier<Parts> parts;
  private volatile boolean closed;

  Door(Supplier<Parts> parts) {
    this.parts = parts;
  }

  void close() {
    closed = true;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    Channel channel = (Channel) message;
    if (!(channel.remoteAddress() instanceof InetSocketAddress peer)
        || !(channel.localAddress() instanceof InetSocketAddress local)) {
      channel.unsafe().closeForcibly(); // gone before it was taken
      return;
    }
    Visit visit = new Visit(channel, parts.get(), peer, local);
    Verdict verdict = verdict(visit);
    if (verdict.refuses()) {
      visit.refuse(verdict);
    } else {
      ctx.fireChannelRead(channel);
    }
  }

  private Verdict verdict(Visit visit) {
    if (closed) {
      return Verdict.DRAINING;
    }
    if (visit.parts().settings().balancers().isEmpty()) {
      return visit.admit();
    }
    return visit.isBalancer() ? Verdict.PASS : Verdict.PROXY_HEADER;
  }
}
