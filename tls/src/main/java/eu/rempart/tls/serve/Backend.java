package eu.rempart.tls.serve;

import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;

/** Where the decrypted bytes go. */
public interface Backend {

  /**
   * The way for one connection; asked again after each failure, since another may be better then.
   *
   * @param source where the client is
   * @param attempt 1 at first
   */
  Way way(InetSocketAddress source, int attempt);

  /** A socket in the file system, for a backend on this machine. */
  static Backend unixSocket(Path path) {
    return new PlainBackend(UnixDomainSocketAddress.of(path));
  }

  /** TCP without encryption, for a backend on this machine. */
  static Backend tcp(InetSocketAddress address) {
    return new PlainBackend(address);
  }
}
