package eu.rempart.alert.channel.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/** An SMSC on loopback that does what a test says: takes, refuses, hangs, brings answers. */
public final class Smsc implements AutoCloseable, ServerMessageReceiverListener {

  public final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
  public final List<BindRequest> binds = new CopyOnWriteArrayList<>();
  private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
  private final SMPPServerSessionListener listener;
  private final ServerSocket socket;
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger number = new AtomicInteger();

  /** The command status that messages get; 0 takes them, below 0 hangs. */
  public volatile int status;

  /** So many messages are taken whatever {@link #status} says. */
  public volatile int taking;

  /** The command status that binds get; below 0 hangs. */
  public volatile int bindStatus;

  public Smsc() {
    this(socket());
  }

  public Smsc(ServerSocket socket) {
    this.socket = socket;
    try {
      listener = new SMPPServerSessionListener(socket.getLocalPort(), new Listening(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    listener.setMessageReceiverListener(this);
    Thread.ofVirtual().start(this::accept);
  }

  private static ServerSocket socket() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (over.getCount() > 0) {
      try {
        SMPPServerSession session = listener.accept();
        sessions.add(session);
        Thread.ofVirtual().start(() -> bind(session));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void bind(SMPPServerSession session) {
    try {
      BindRequest request = session.waitForBind(10_000);
      binds.add(request);
      int answer = bindStatus;
      if (answer < 0) {
        untilTheEnd();
      } else if (answer > 0) {
        request.reject(answer);
      } else {
        request.accept("smsc");
      }
    } catch (TimeoutException | IOException | PDUStringException e) {
      session.close();
    }
  }

  /** Somebody answers; returns once that was taken. */
  public void answer(String from, String text) throws Exception {
    deliver(from, new ESMClass(), (byte) 0, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Brings anything. */
  public void deliver(String from, ESMClass type, byte coding, byte[] content) throws Exception {
    sessions
        .getLast()
        .deliverShortMessage(
            "",
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            from,
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            "38000",
            type,
            (byte) 0,
            (byte) 0,
            new RegisteredDelivery(0),
            new RawDataCoding(coding),
            content);
  }

  /** Hangs up on everybody. */
  public void cut() {
    sessions.forEach(SMPPServerSession::close);
  }

  private void untilTheEnd() {
    try {
      if (!over.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the test does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession source)
      throws ProcessRequestException {
    int answer = taken.size() < taking ? 0 : status;
    if (answer < 0) {
      untilTheEnd();
    }
    if (answer > 0) {
      throw new ProcessRequestException("<b>no</b>", answer);
    }
    taken.add(submit);
    try {
      return new SubmitSmResult(new MessageId("m" + number.incrementAndGet()), null);
    } catch (PDUStringException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submit, SMPPServerSession source)
      throws ProcessRequestException {
    throw new ProcessRequestException("not here", 3);
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source)
      throws ProcessRequestException {
    throw new ProcessRequestException("not here", 3);
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source)
      throws ProcessRequestException {
    throw new ProcessRequestException("not here", 3);
  }

  @Override
  public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source)
      throws ProcessRequestException {
    throw new ProcessRequestException("not here", 3);
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
      throws ProcessRequestException {
    throw new ProcessRequestException("not here", 3);
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
      throws ProcessRequestException {
    throw new ProcessRequestException("not here", 3);
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
      QueryBroadcastSm query, SMPPServerSession source) throws ProcessRequestException {
    throw new ProcessRequestException("not here", 3);
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("not here", 3);
  }

  @Override
  public void close() {
    over.countDown();
    sessions.forEach(SMPPServerSession::close);
    try {
      listener.close();
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A socket that listens already, on a port that nobody else has. */
  private record Listening(ServerSocket socket) implements ServerConnectionFactory {

    @Override
    public ServerSocketConnection listen(int port) {
      return new ServerSocketConnection(socket);
    }

    @Override
    public ServerSocketConnection listen(int port, int timeout) {
      return listen(port);
    }

    @Override
    public ServerSocketConnection listen(int port, int timeout, int backlog) {
      return listen(port);
    }
  }
}
