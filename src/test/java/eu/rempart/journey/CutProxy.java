package eu.rempart.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The way between two places: it takes its time, can be cut and mended, may break connections by
 * chance, and may tell the other end who comes, as a balancer does.
 */
public final class CutProxy implements AutoCloseable {

  private static final int CHUNK = 16 * 1024;

  private final InetAddress at;
  private final InetAddress machine;
  private final int target;
  private final Duration delay;
  private final byte[] header;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final int port;
  private final AtomicInteger broken = new AtomicInteger();
  private volatile double losses;
  private @Nullable ServerSocket listener;

  /**
   * Opens a way.
   *
   * @param at where whoever uses it connects to
   * @param port 0 for any
   * @param target the port of this machine that it leads to
   * @param delay of everything, in each direction
   */
  public CutProxy(InetAddress at, int port, int target, Duration delay) throws IOException {
    this(at, port, InetAddress.getLoopbackAddress(), target, delay, new byte[0]);
  }

  private CutProxy(
      InetAddress at, int port, InetAddress machine, int target, Duration delay, byte[] header)
      throws IOException {
    this.at = at;
    this.machine = machine;
    this.target = target;
    this.delay = delay;
    this.header = header;
    ServerSocket first = listen(port);
    this.listener = first;
    this.port = first.getLocalPort();
    accept(first);
  }

  /**
   * A balancer on any port of loopback, by which a browser comes from wherever it is said to.
   *
   * @param header what each connection begins with
   */
  public static CutProxy balancer(int target, byte[] header) throws IOException {
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    return new CutProxy(here, 0, here, target, Duration.ZERO, header);
  }

  /** A port of loopback that leads to another machine. */
  public static CutProxy to(InetAddress machine, int target) throws IOException {
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    return new CutProxy(here, 0, machine, target, Duration.ZERO, new byte[0]);
  }

  /** Where whoever uses it connects to. */
  public int port() {
    return port;
  }

  /**
   * From now on connections break by chance, in the middle of whatever is said.
   *
   * @param share of all parts that are sent, 0 to 1
   */
  public void lose(double share) {
    this.losses = share;
  }

  /** How many broke by chance. */
  public int broken() {
    return broken.get();
  }

  /** Nothing comes through any more, what is under way included. */
  public synchronized void cut() throws IOException {
    if (listener != null) {
      listener.close();
      listener = null;
    }
    for (Socket each : open) {
      each.close();
    }
  }

  public synchronized void mend() throws IOException {
    if (listener == null) {
      ServerSocket next = listen(port);
      listener = next;
      accept(next);
    }
  }

  private ServerSocket listen(int where) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(at, where));
    return socket;
  }

  private void accept(ServerSocket socket) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (true) {
                  lead(socket.accept());
                }
              } catch (IOException closed) {
                // it was cut
              }
            });
  }

  // both are closed by whichever direction ends
  @SuppressWarnings("resource")
  private void lead(Socket from) {
    Thread.ofVirtual()
        .start(
            () -> {
              open.add(from);
              try {
                Socket to = new Socket(machine, target);
                open.add(to);
                to.getOutputStream().write(header);
                Thread.ofVirtual().start(() -> copy(to, from));
                copy(from, to);
              } catch (IOException away) {
                end(from);
              }
            });
  }

  private void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] chunk = new byte[CHUNK];
      for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
        LockSupport.parkNanos(delay.toNanos());
        if (ThreadLocalRandom.current().nextDouble() < losses) {
          broken.incrementAndGet();
          return;
        }
        out.write(chunk, 0, got);
        out.flush();
      }
    } catch (IOException ended) {
      // so does the other direction
    } finally {
      end(from);
      end(to);
    }
  }

  private void end(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException alreadyClosed) {
      // that is what was wanted
    }
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
