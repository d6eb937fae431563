package eu.rempart.tls.serve;

import io.netty.channel.Channel;
import java.net.SocketAddress;

/** Where the decrypted bytes go. */
public interface Backend {

  /** A new channel to it, neither registered nor connected; options that it needs are set. */
  Channel newChannel();

  SocketAddress address();

  /** A socket in the file system, for a backend on this machine. */
  static Backend unixSocket(java.nio.file.Path path) {
    return new PlainBackend(java.net.UnixDomainSocketAddress.of(path));
  }

  /** TCP without encryption, for a backend on this machine. */
  static Backend tcp(java.net.InetSocketAddress address) {
    return new PlainBackend(address);
  }
}
