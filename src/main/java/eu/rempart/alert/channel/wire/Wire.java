package eu.rempart.alert.channel.wire;

import eu.rempart.kernel.place.Outgoing;
import eu.rempart.mail.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Opens connections to peers. Thread safe. */
public final class Wire {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int SILENCE_MILLIS = 10_000;

  private final Optional<Path> trust;
  private final Outgoing outgoing;

  /**
   * @param trust a PEM file with the authorities of peers' certificates, where those are not public
   *     ones; read with each connection, since it may be replaced
   */
  public Wire(Optional<Path> trust, Outgoing outgoing) {
    this.trust = trust;
    this.outgoing = outgoing;
  }

  /**
   * A connection to the first address that takes it. The caller closes it.
   *
   * @throws IOException if nobody takes it, or nothing may be sent there
   */
  // the socket is the caller's once it is connected
  @SuppressWarnings("resource")
  public Socket open(Endpoint peer) throws IOException {
    Socket raw =
        outgoing.connect(
            peer.place(), peer.port(), CONNECT, address -> mayBeInClear(address, peer));
    try {
      raw.setSoTimeout(SILENCE_MILLIS);
      return peer.protection() == Protection.TLS ? Trust.encrypt(raw, peer.host(), trust) : raw;
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private static boolean mayBeInClear(InetAddress address, Endpoint peer) {
    return peer.protection() != Protection.NONE_ON_THIS_MACHINE || address.isLoopbackAddress();
  }
}
