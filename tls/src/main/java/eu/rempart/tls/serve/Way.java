package eu.rempart.tls.serve;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.net.SocketAddress;

/** One way to a backend, for one connection. */
public interface Way {

  /**
   * A new channel, neither registered nor connected; options that it needs are set, and handlers
   * between the wire and the decrypted bytes are there.
   */
  Channel newChannel();

  SocketAddress address();

  /** Completes once a channel that is connected may carry bytes. Called on its event loop. */
  Future<?> ready(Channel connected);

  /** The channel could not be connected, or did not become ready. */
  void failed(Throwable cause);
}
