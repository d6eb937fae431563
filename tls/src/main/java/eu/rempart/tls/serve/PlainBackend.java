package eu.rempart.tls.serve;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/** A backend on this machine, reached without encryption. */
record PlainBackend(SocketAddress address) implements Backend {

  @Override
  public Channel newChannel() {
    if (address instanceof UnixDomainSocketAddress) {
      return new NioDomainSocketChannel();
    }
    NioSocketChannel channel = new NioSocketChannel();
    channel.config().setOption(ChannelOption.TCP_NODELAY, true);
    return channel;
  }
}
