package eu.rempart.db.pool;

import eu.rempart.kernel.place.Outgoing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the sockets of the database's driver, and keeps them in sight below TLS: closing one ends
 * at once what waits on it, while TLS waits for an answer itself before it lets itself be closed.
 * The driver makes one of these for each connection, by its name; it looks up the names of servers
 * by itself, so each address is judged where it is connected to. Thread safe.
 */
public final class RawSockets extends SocketFactory {

  private static final Logger log = LoggerFactory.getLogger(RawSockets.class);

  private static final Map<String, Set<Socket>> OPEN = new ConcurrentHashMap<>();

  private static volatile Outgoing.Judge judge = (_, _) -> {};

  private final String kind;

  /**
   * @param kind which sockets are closed together
   */
  public RawSockets(String kind) {
    this.kind = kind;
  }

  /**
   * Has the addresses of all connections judged from now on; the driver makes these by itself, so
   * nobody can hand it to one of them.
   */
  public static void judgedBy(Outgoing.Judge by) {
    judge = by;
  }

  /** For the driver, which makes these by itself. */
  public static Map<String, String> settings(String kind) {
    return Map.of("socketFactory", RawSockets.class.getName(), "socketFactoryArg", kind);
  }

  /** Closes what was made for a kind. */
  static void close(String kind) {
    Set<Socket> sockets = OPEN.remove(kind);
    if (sockets == null) {
      return;
    }
    List<Socket> open;
    synchronized (sockets) {
      open = List.copyOf(sockets);
    }
    for (Socket each : open) {
      try {
        each.close();
      } catch (IOException e) {
        log.debug("a connection to the former primary was closed meanwhile", e);
      }
    }
  }

  @Override
  public Socket createSocket() {
    Socket socket = Outgoing.unconnected(judge);
    OPEN.computeIfAbsent(
            kind, _ -> Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>())))
        .add(socket);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }
}
