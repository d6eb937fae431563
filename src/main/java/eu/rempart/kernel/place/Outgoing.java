package eu.rempart.kernel.place;

import eu.rempart.common.CountryCode;
import eu.rempart.common.net.PeerAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Opens the connections to other machines: no other class does. Each goes to a place that somebody
 * declared, in a country that is allowed, and to an address that was looked at where it is used, so
 * that no other answer to the same name comes in between. None goes by way of a proxy, which would
 * be a place of its own. Thread safe.
 */
public final class Outgoing {

  /** Looks a name up. */
  public interface Names {
    InetAddress[] find(String host) throws IOException;
  }

  /** The most addresses of a name that are tried. */
  private static final int ADDRESSES = 4;

  private final PlaceRules rules;
  private final AddressCountries registries;
  private final SeenPlaces seen;
  private final Names names;

  /**
   * @param seen is told of each connection
   * @param names such as {@link InetAddress#getAllByName}
   */
  public Outgoing(PlaceRules rules, AddressCountries registries, SeenPlaces seen, Names names) {
    this.rules = rules;
    this.registries = registries;
    this.seen = seen;
    this.names = names;
  }

  /**
   * A connection to the first address of a place that takes it. The caller closes it.
   *
   * @param patience for each address
   * @throws PlaceNotAllowedException if nothing may be sent there
   * @throws AddressRefusedException if its name leads to such addresses only as nothing is sent to
   * @throws IOException if nobody takes it
   */
  public Socket connect(DataPlace place, int port, Duration patience) throws IOException {
    return connect(place, port, patience, _ -> true);
  }

  /**
   * As {@link #connect(DataPlace, int, Duration)}, to some addresses alone.
   *
   * @param which those that may be connected to
   */
  public Socket connect(DataPlace place, int port, Duration patience, Predicate<InetAddress> which)
      throws IOException {
    rules.require(place);
    IOException last = new AddressRefusedException();
    InetAddress[] found = names.find(place.host());
    for (int i = 0; i < Math.min(ADDRESSES, found.length); i++) {
      if (!PeerAddresses.refused(found[i]) && which.test(found[i])) {
        try {
          return open(place, new InetSocketAddress(found[i], port), patience);
        } catch (IOException e) {
          last = e;
        }
      }
    }
    throw last;
  }

  /**
   * Connects a socket that a library made, to an address that it looked up itself.
   *
   * @param patience 0 for as long as the system waits
   * @throws PlaceNotAllowedException if nothing may be sent there
   */
  public void connect(DataPlace place, Socket socket, InetSocketAddress to, int patience)
      throws IOException {
    require(place, to.getAddress());
    socket.connect(to, patience);
  }

  /**
   * Judges all addresses of a place that a library connects to by itself, of whose sockets nobody
   * here knows: the driver of the database. A name that leads nowhere is the library's trouble.
   *
   * @throws PlaceNotAllowedException if nothing may be sent to one of them
   */
  public void look(DataPlace place) throws IOException {
    try {
      var _ = judged(place);
    } catch (UnknownHostException _) {
      // the caller says so
    }
  }

  /**
   * As {@link #look}, for a program that is told an address, and asks for no name: another answer
   * to the same name would have been judged by nobody.
   *
   * @return all addresses of the place; at least one
   * @throws PlaceNotAllowedException if nothing may be sent to one of them
   * @throws AddressRefusedException if one is such that nothing is sent to it
   * @throws UnknownHostException if its name leads nowhere
   */
  public List<InetAddress> find(DataPlace place) throws IOException {
    List<InetAddress> found = judged(place);
    if (found.stream().anyMatch(PeerAddresses::refused)) {
      throw new AddressRefusedException();
    }
    return found;
  }

  private List<InetAddress> judged(DataPlace place) throws IOException {
    rules.require(place);
    List<InetAddress> found = List.of(names.find(place.host()));
    for (InetAddress address : found) {
      require(place, address);
    }
    return found;
  }

  /** A socket for {@link #connect(DataPlace, Socket, InetSocketAddress, int)} and its like. */
  public static Socket unconnected() {
    return new Socket(Proxy.NO_PROXY);
  }

  /** Decides whether a socket may be connected to an address. */
  public interface Judge {

    /**
     * Lets go on where it may.
     *
     * @param host as whoever connects named it
     * @throws IOException if it may not
     */
    void require(String host, InetAddress address) throws IOException;
  }

  /** A socket for a library that looks up names and connects by itself: each address is judged. */
  public static Socket unconnected(Judge judge) {
    return new Socket(Proxy.NO_PROXY) {
      @Override
      public void connect(SocketAddress to, int patience) throws IOException {
        if (!(to instanceof InetSocketAddress found) || found.isUnresolved()) {
          throw new UnknownHostException(to.toString());
        }
        judge.require(found.getHostString(), found.getAddress());
        super.connect(to, patience);
      }
    };
  }

  /**
   * Judges an address of a place that somebody else is about to connect to.
   *
   * @throws PlaceNotAllowedException if nothing may be sent to it
   */
  public void judge(DataPlace place, InetAddress address) throws PlaceNotAllowedException {
    require(place, address);
  }

  /**
   * Connects to what a probe or this server watches: a greeting, a page that everybody may read.
   * Nothing else is sent there, so it is listed and never refused.
   *
   * @param patience milliseconds
   */
  public static void connectToWatched(Socket socket, InetSocketAddress to, int patience)
      throws IOException {
    socket.connect(to, patience);
  }

  /**
   * Connects to another machine of this installation: the file that names them says their
   * countries, which are looked at whenever that file is written and whenever the server starts.
   *
   * @param patience milliseconds
   */
  public static void connectToOwn(Socket socket, InetSocketAddress to, int patience)
      throws IOException {
    socket.connect(to, patience);
  }

  /**
   * A client of the web for other machines of this installation, as {@link #connectToOwn}; a
   * probe's way home, too.
   */
  public static HttpClient.Builder httpToOwn() {
    return HttpClient.newBuilder()
        .proxy(HttpClient.Builder.NO_PROXY)
        .followRedirects(HttpClient.Redirect.NEVER);
  }

  // the socket is the caller's once it is connected
  @SuppressWarnings("resource")
  private Socket open(DataPlace place, InetSocketAddress to, Duration patience) throws IOException {
    require(place, to.getAddress());
    Socket socket = unconnected();
    try {
      socket.connect(to, Math.toIntExact(patience.toMillis()));
      return socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private void require(DataPlace place, InetAddress address) throws PlaceNotAllowedException {
    if (address.isLoopbackAddress()) {
      rules.require(place);
      return;
    }
    Optional<CountryCode> registered = registries.of(address);
    seen.saw(place, registered);
    rules.requireAway(place, registered);
  }
}
