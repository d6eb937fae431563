package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Verdict;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;

/** Prepares a connection that passed the door. */
final class Entrance extends ChannelInitializer<Channel> {
  @Override
  protected void initChannel(Channel channel) {
    Visit visit = Visit.of(channel);
    visit.begin();
    Marks.set(channel);
    EdgeSettings settings = visit.parts().settings();
    ChannelPipeline pipeline = channel.pipeline();
    if (!settings.balancers().isEmpty()) {
      pipeline.addLast("proxy", new ProxyIn(visit));
    }
    pipeline.addLast("hello", new HelloIn(visit));
    visit.deadline(settings.times().hello(), Verdict.HELLO_TOO_SLOW);
  }
}
