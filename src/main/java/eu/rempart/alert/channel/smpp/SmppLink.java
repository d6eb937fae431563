package eu.rempart.alert.channel.smpp;

import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.peer.Peer;
import eu.rempart.alert.channel.peer.Peers;
import eu.rempart.alert.channel.wire.Attempt;
import eu.rempart.alert.channel.wire.Wire;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to the provider's SMSC: there while a provider is set up, since answers come in by
 * it, and made anew when it breaks, less and less often while that fails. Thread safe.
 */
final class SmppLink implements AutoCloseable {

  /** How long parts of it may take; all of them together are less than a channel has. */
  record Patience(Duration connect, Duration answer, Duration enquire, Duration firstPause) {

    static final Patience USUAL =
        new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(4),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5));
  }

  /** A connection, and whom it leads to. */
  record Bound(SMPPSession session, Peer.Smsc peer) {}

  private static final Logger log = LoggerFactory.getLogger(SmppLink.class);
  private static final int LONGEST_PAUSE = 12;
  private static final Set<Integer> OURS_TO_MEND =
      Set.of(SMPPConstant.STAT_ESME_RINVPASWD, SMPPConstant.STAT_ESME_RINVSYSID);

  private final Peers peers;
  private final Wire wire;
  private final MessageReceiverListener answers;
  private final Patience patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final ScheduledExecutorService keeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("alert-smpp").daemon().factory());
  private @Nullable Bound bound;
  private int failures;
  private int pause;

  SmppLink(Peers peers, Wire wire, MessageReceiverListener answers, Patience patience) {
    this.peers = peers;
    this.wire = wire;
    this.answers = answers;
    this.patience = patience;
  }

  /** Keeps it there from now on. */
  void start() {
    long millis = patience.firstPause().toMillis();
    var _ = keeper.scheduleWithFixedDelay(this::keep, millis, millis, TimeUnit.MILLISECONDS);
  }

  Optional<Peer.Smsc> peer() {
    return peers.find(ChannelKind.SMS, Peer.Smsc.class);
  }

  boolean configured() {
    return peer().isPresent();
  }

  private void keep() {
    if (pause > 0) {
      pause--;
      return;
    }
    try {
      bound();
    } catch (ChannelException e) {
      if (e.reason() != Reason.NOT_CONFIGURED) {
        failures++;
        pause = Math.min(LONGEST_PAUSE, (1 << Math.min(failures, 5)) - 1);
        if (failures == 1) {
          log.warn("there is no connection to the SMSC: {}", e.getMessage());
        }
      }
    } catch (RuntimeException e) {
      // the next round comes, whatever it was
      log.warn("the connection to the SMSC could not be made: {}", e.getClass().getName());
    }
  }

  /**
   * The connection, made if there is none.
   *
   * @throws ChannelException if there can't be one now
   */
  Bound bound() throws ChannelException {
    try {
      if (!lock.tryLock(patience.connect().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ChannelException(Reason.TIMEOUT, true, null, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException(Reason.TIMEOUT, true, null, e);
    }
    try {
      Peer.Smsc wanted = peer().orElse(null);
      Bound known = bound;
      if (known != null
          && known.peer().equals(wanted)
          && known.session().getSessionState().isTransmittable()) {
        return known;
      }
      leave();
      if (wanted == null) {
        throw new ChannelException(Reason.NOT_CONFIGURED, false, null, null);
      }
      Bound made = new Bound(bind(wanted), wanted);
      bound = made;
      failures = 0;
      log.info("connected to the SMSC {}", wanted.endpoint().hostAndPort());
      return made;
    } finally {
      lock.unlock();
    }
  }

  /** It does not answer any more: the next message goes by another. */
  void drop(Bound dead) {
    dead.session().close();
  }

  private SMPPSession bind(Peer.Smsc peer) throws ChannelException {
    Socket socket = Attempt.within(patience.connect(), _ -> wire.open(peer.endpoint()));
    BoundedReader reader = new BoundedReader();
    SMPPSession session =
        new SMPPSession(
            new SynchronizedPDUSender(new DiscreetSender()),
            reader,
            (_, _) -> new SocketConnection(socket));
    session.setEnquireLinkTimer((int) patience.enquire().toMillis());
    session.setTransactionTimer(patience.answer().toMillis());
    session.setPduProcessorDegree(1);
    session.setMessageReceiverListener(answers);
    try {
      var _ =
          session.connectAndBind(
              peer.endpoint().host(),
              peer.endpoint().port(),
              new BindParameter(
                  BindType.BIND_TRX,
                  peer.systemId(),
                  peer.password(),
                  peer.systemType(),
                  TypeOfNumber.UNKNOWN,
                  NumberingPlanIndicator.UNKNOWN,
                  null),
              patience.answer().toMillis());
      return session;
    } catch (IOException e) {
      session.close();
      throw because(e, reader.garbage());
    }
  }

  private static ChannelException because(IOException thrown, boolean garbage) {
    if (thrown.getCause() instanceof NegativeResponseException no) {
      int status = no.getCommandStatus();
      return new ChannelException(Reason.REFUSED, !OURS_TO_MEND.contains(status), status, thrown);
    }
    if (garbage) {
      return new ChannelException(Reason.GARBAGE, true, null, thrown);
    }
    Reason reason =
        thrown.getCause() instanceof ResponseTimeoutException ? Reason.TIMEOUT : Reason.UNREACHABLE;
    return new ChannelException(reason, true, null, thrown);
  }

  private void leave() {
    Bound known = bound;
    bound = null;
    if (known != null) {
      known.session().setTransactionTimer(1_000);
      known.session().unbindAndClose();
    }
  }

  /** Says good-bye, so that the SMSC lets the next one in. */
  @Override
  public void close() {
    keeper.shutdownNow();
    lock.lock();
    try {
      leave();
    } finally {
      lock.unlock();
    }
  }
}
