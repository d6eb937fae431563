package eu.rempart.tls.serve;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.WriteBufferWaterMark;

/** How much of a connection may wait in memory, the same on both sides of a tunnel. */
final class Marks {
  private static final int LOW = 32 * 1024;
  private static final int HIGH = 64 * 1024;
  private static final int LEAST_READ = 512;
  private static final int USUAL_READ = 4 * 1024;
  private static final int MOST_READ = 32 * 1024;

  private Marks() {}

  static void set(Channel channel) {
    ChannelConfig config = channel.config();
    config.setWriteBufferWaterMark(new WriteBufferWaterMark(LOW, HIGH));
    config.setRecvByteBufAllocator(
        new AdaptiveRecvByteBufAllocator(LEAST_READ, USUAL_READ, MOST_READ));
  }
}
