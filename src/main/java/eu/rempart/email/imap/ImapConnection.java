package eu.rempart.email.imap;

import eu.rempart.common.net.UnconnectedSockets;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.mail.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at a mail server, under the mail library: its sockets go to no address that is refused,
 * check the server's name, bound each answer, and end when the time is over, whatever the server
 * does. For one thread at a time; {@link #close} may come from any.
 */
public final class ImapConnection implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ImapConnection.class);
  private static final ScheduledExecutorService CLOCK = clock();

  private final String host;
  private final SSLSocketFactory trust;
  private final boolean encrypted;
  private final Predicate<InetAddress> allowed;
  private final Outgoing outgoing;
  private final Future<?> deadline;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable ImapFault> fault = new AtomicReference<>();
  private volatile int most = AnswerScanner.FEW;

  /**
   * A connection that is not open yet; its time begins now.
   *
   * @param host the name that the certificate must bear
   * @param trust whose certificates are believed
   * @param encrypted whether it is encrypted from the first byte
   * @param allowed the addresses that it may lead to
   * @param outgoing connects, to countries where mailboxes may be
   * @param longest from now to the end, however it goes
   */
  public ImapConnection(
      String host,
      SSLSocketFactory trust,
      boolean encrypted,
      Predicate<InetAddress> allowed,
      Outgoing outgoing,
      Duration longest) {
    this.host = host;
    this.trust = trust;
    this.encrypted = encrypted;
    this.allowed = allowed;
    this.outgoing = outgoing;
    this.deadline =
        CLOCK.schedule(() -> end(ImapFault.LATE), longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Why it was ended from here; null where it was not. */
  public @Nullable ImapFault fault() {
    return fault.get();
  }

  /** Whether pieces of mails are fetched now, or headers and lists alone. */
  public void fetchesMails(boolean mails) {
    most = mails ? AnswerScanner.MOST : AnswerScanner.FEW;
  }

  /** Bytes that one answer may have at the moment. */
  int most() {
    return most;
  }

  /** What the library makes its sockets with: it takes a second one for lists. */
  public SocketFactory sockets() {
    return new UnconnectedSockets(
        () -> {
          var socket = new ImapSocket(this);
          sockets.add(socket);
          if (fault.get() != null) {
            close(socket); // the end came in between
          }
          return socket;
        });
  }

  /** What the library asks to encrypt a connection that began in clear. */
  public SSLSocketFactory upgrade() {
    return new ImapUpgrade();
  }

  boolean isEncrypted() {
    return encrypted;
  }

  void connect(Socket raw, InetSocketAddress peer, int patience) throws IOException {
    if (!allowed.test(peer.getAddress())) {
      end(ImapFault.ADDRESS);
      throw new ImapRefusedException(ImapFault.ADDRESS);
    }
    try {
      outgoing.connect(place(host), raw, peer, patience);
    } catch (PlaceNotAllowedException e) {
      end(ImapFault.PLACE);
      throw e;
    }
  }

  /** Nobody declares where a member's own mailbox is. */
  private static DataPlace place(String host) {
    return DataPlace.ofScreen(PlaceKind.MAILBOX, host, null);
  }

  Socket encrypt(Socket raw) throws IOException {
    return Trust.encrypt(raw, host, trust);
  }

  /** Breaks it off: whoever waits for the server goes on. */
  void end(ImapFault why) {
    fault.compareAndSet(null, why);
    sockets.forEach(ImapConnection::close);
  }

  @Override
  public void close() {
    deadline.cancel(false);
    sockets.forEach(ImapConnection::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      log.debug("a connection to a mailbox did not close in order", e);
    }
  }

  /** Forgets deadlines of connections that are closed. */
  private static ScheduledExecutorService clock() {
    var clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("mailbox-deadlines").daemon().factory());
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }
}
