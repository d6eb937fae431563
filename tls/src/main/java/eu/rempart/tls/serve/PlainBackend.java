package eu.rempart.tls.serve;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/** A backend on this machine, reached without encryption: the same way for everybody. */
record PlainBackend(SocketAddress address) implements Backend, Way {

  @Override
  public Way way(InetSocketAddress source, int attempt) {
    return this;
  }

  @Override
  public Channel newChannel() {
    if (address instanceof UnixDomainSocketAddress) {
      return new NioDomainSocketChannel();
    }
    NioSocketChannel channel = new NioSocketChannel();
    channel.config().setOption(ChannelOption.TCP_NODELAY, true);
    return channel;
  }

  @Override
  public Future<?> ready(Channel connected) {
    return connected.newSucceededFuture();
  }

  @Override
  public void failed(Throwable cause) {
    // there is no other
  }
}
