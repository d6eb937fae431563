package eu.rempart.tls.proxy;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A header as read.
 *
 * @param source where the client is; null if the balancer speaks for itself, as for health checks
 *     (command LOCAL), or doesn't say (families UNSPEC and UNIX)
 * @param destination what the client connected to; null with {@code source}
 * @param tlvs further facts in the order of the header, checksums and padding left out
 * @param length bytes of the header
 */
public record ProxyHeader(
    @Nullable InetSocketAddress source,
    @Nullable InetSocketAddress destination,
    List<Tlv> tlvs,
    int length) {

  public ProxyHeader {
    tlvs = List.copyOf(tlvs);
  }

  /** The first fact of a type. */
  public Optional<Tlv> tlv(int type) {
    return tlvs.stream().filter(it -> it.type() == type).findFirst();
  }
}
