package eu.rempart.alert.channel.wire;

import eu.rempart.common.net.PeerAddresses;
import eu.rempart.mail.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens connections to peers. Thread safe. */
public final class Wire {

  /** Looks a name up. */
  interface Names {
    InetAddress[] find(String host) throws IOException;
  }

  /** So many addresses of a name are tried. */
  private static final int ADDRESSES = 4;

  private static final int CONNECT_MILLIS = 5_000;
  private static final int SILENCE_MILLIS = 10_000;

  private final Optional<Path> trust;
  private final Names names;

  /**
   * @param trust a PEM file with the authorities of peers' certificates, where those are not public
   *     ones; read with each connection, since it may be replaced
   */
  public Wire(Optional<Path> trust) {
    this(trust, InetAddress::getAllByName);
  }

  Wire(Optional<Path> trust, Names names) {
    this.trust = trust;
    this.names = names;
  }

  /**
   * A connection to the first address that takes it. The caller closes it. Addresses are looked at
   * here, where they are used, so that no other answer to the same name comes in between.
   */
  public Socket open(Endpoint peer) throws IOException {
    IOException last = new AddressRefusedException();
    InetAddress[] found = names.find(peer.host());
    for (int i = 0; i < Math.min(ADDRESSES, found.length); i++) {
      if (mayBeSentTo(found[i], peer.protection())) {
        try {
          return connect(found[i], peer);
        } catch (IOException e) {
          last = e;
        }
      }
    }
    throw last;
  }

  private static boolean mayBeSentTo(InetAddress address, Protection protection) {
    return !PeerAddresses.refused(address)
        && (protection != Protection.NONE_ON_THIS_MACHINE || address.isLoopbackAddress());
  }

  // the socket is the caller's once it is connected
  @SuppressWarnings("resource")
  private Socket connect(InetAddress address, Endpoint peer) throws IOException {
    Socket raw = new Socket();
    try {
      raw.connect(new InetSocketAddress(address, peer.port()), CONNECT_MILLIS);
      raw.setSoTimeout(SILENCE_MILLIS);
      return peer.protection() == Protection.TLS ? shakeHands(raw, peer) : raw;
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private Socket shakeHands(Socket raw, Endpoint peer) throws IOException {
    SSLSocketFactory factory =
        trust.map(Trust::in).orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    SSLSocket tls = (SSLSocket) factory.createSocket(raw, peer.host(), peer.port(), true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }
}
