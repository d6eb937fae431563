package eu.rempart.alert.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import eu.rempart.alert.channel.AcknowledgementInbox;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Messages;
import eu.rempart.alert.channel.peer.Peer;
import eu.rempart.alert.channel.wire.Endpoint;
import eu.rempart.alert.channel.wire.LoopbackPeer;
import eu.rempart.alert.channel.wire.Protection;
import eu.rempart.alert.channel.wire.Wire;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Text messages to an SMSC that takes them, and to some that do not. */
class SmppChannelTest {

  private static final String PHONE = "+33612345678";
  private static final SmppLink.Patience PATIENCE =
      new SmppLink.Patience(
          Duration.ofSeconds(2),
          Duration.ofMillis(1_500),
          Duration.ofSeconds(1),
          Duration.ofMillis(100));

  /** An answer that came in. */
  private record Answer(ChannelKind kind, String from, String text) {}

  private final List<Answer> answers = new CopyOnWriteArrayList<>();
  private volatile Optional<Peer> peer = Optional.empty();
  private volatile AcknowledgementInbox inbox =
      (kind, from, text) -> answers.add(new Answer(kind, from, text));
  private SmppLink link = link(new Wire(Optional.empty()));
  private final SmppChannel channel = new SmppChannel(link, PATIENCE.answer());

  private SmppLink link(Wire wire) {
    return new SmppLink(_ -> peer, wire, new Answers(() -> Optional.of(inbox)), PATIENCE);
  }

  @AfterEach
  void leave() {
    link.close();
  }

  private static Peer.Smsc smsc(int port, String password, boolean payload) {
    return new Peer.Smsc(
        Endpoint.of("127.0.0.1", port, Protection.NONE),
        "rempart",
        "",
        "Rempart",
        false,
        payload,
        password);
  }

  @Test
  void answersArriveUnlessTheSenderIsAName() {
    assertThat(channel.takesAnswers()).isFalse();
    Endpoint nowhere = Endpoint.of("127.0.0.1", 1, Protection.NONE);
    for (String sender : List.of("", "12345", "+33612345678", "Rempart")) {
      peer = Optional.of(new Peer.Smsc(nowhere, "rempart", "", sender, false, false, "hunter2"));
      assertThat(channel.takesAnswers()).as(sender).isEqualTo(!sender.equals("Rempart"));
    }
  }

  private void speakTo(Smsc smsc) {
    peer = Optional.of(smsc(smsc.port(), "hunter2", false));
  }

  private ChannelException failure() {
    return catchThrowableOfType(
        ChannelException.class, () -> channel.send(PHONE, Messages.alarm()));
  }

  @Test
  void aMessageIsTakenOverOneConnection() throws Exception {
    try (Smsc smsc = new Smsc()) {
      speakTo(smsc);
      assertThat(channel.configured()).isTrue();
      assertThat(channel.send(PHONE, Messages.alarm()).reference()).isEqualTo("m1");
      channel.send(PHONE, Messages.of(MessageKind.RESOLVED, "Resolved – ê", ""));

      assertThat(smsc.binds).hasSize(1);
      assertThat(smsc.binds.getFirst().getBindType()).isEqualTo(BindType.BIND_TRX);
      assertThat(smsc.binds.getFirst().getPassword()).isEqualTo("hunter2");
      SubmitSm first = smsc.taken.getFirst();
      assertThat(first.getDestAddress()).isEqualTo("33612345678");
      assertThat(first.getSourceAddr()).isEqualTo("Rempart");
      assertThat(first.getSourceAddrTon()).isEqualTo((byte) 5);
      assertThat(first.getDataCoding()).isZero();
      assertThat(Gsm7.decode(first.getShortMessage()))
          .isEqualTo(
              "CRM does not answer\nThree zones agree.\nReply 1 to acknowledge.\n"
                  + "https://crm.firm.example/alerts");
      assertThat(smsc.taken.get(1).getDataCoding()).isEqualTo(SmsPart.UCS2);
    }
  }

  @Test
  void longTextsGoInPartsOrWhole() throws Exception {
    try (Smsc smsc = new Smsc()) {
      speakTo(smsc);
      var text = Messages.of(MessageKind.ALARM, "t", "x ".repeat(400));
      channel.send(PHONE, text);
      assertThat(smsc.taken).hasSize(2).allMatch(SubmitSm::isUdhi);

      peer = Optional.of(smsc(smsc.port(), "hunter2", true));
      channel.send(PHONE, Messages.of(MessageKind.ALARM, "ê", "x ".repeat(400)));
      SubmitSm whole = smsc.taken.getLast();
      assertThat(whole.getShortMessage()).isNullOrEmpty();
      byte[] content =
          whole.getOptionalParameter(OptionalParameter.Message_payload.class).getValue();
      assertThat(new String(content, StandardCharsets.UTF_16BE)).startsWith("ê\nx x x");
      assertThat(smsc.binds).as("another peer is bound to anew").hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    SMPPConstant.STAT_ESME_RTHROTTLED + ", true",
    SMPPConstant.STAT_ESME_RMSGQFUL + ", true",
    SMPPConstant.STAT_ESME_RSYSERR + ", true",
    SMPPConstant.STAT_ESME_RINVDSTADR + ", false",
    "1025, false"
  })
  void aRefusalSaysWhetherToTryAgain(int status, boolean retry) {
    try (Smsc smsc = new Smsc()) {
      smsc.status = status;
      speakTo(smsc);
      ChannelException failure = failure();
      assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
      assertThat(failure.number()).isEqualTo(status);
      assertThat(failure.retry()).isEqualTo(retry);
      assertThat(failure.getMessage()).doesNotContain("no");
      smsc.status = 0;
      assertThat(failure()).as("the connection is as good as before").isNull();
      assertThat(smsc.binds).hasSize(1);
    }
  }

  @Test
  void oneThatHangsWithAMessageLeavesADoubt() {
    try (Smsc smsc = new Smsc()) {
      smsc.status = -1;
      speakTo(smsc);
      ChannelException failure = failure();
      assertThat(failure.reason()).isEqualTo(Reason.IN_DOUBT);
      assertThat(failure.retry()).isFalse();
      smsc.status = 0;
      assertThat(failure()).as("the next one goes by another connection").isNull();
      assertThat(smsc.binds).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    SMPPConstant.STAT_ESME_RINVPASWD + ", REFUSED, false",
    SMPPConstant.STAT_ESME_RALYBND + ", REFUSED, true",
    "-1, TIMEOUT, true"
  })
  void oneThatLetsNobodyInHasNothing(int status, Reason reason, boolean retry) {
    try (Smsc smsc = new Smsc()) {
      smsc.bindStatus = status;
      speakTo(smsc);
      ChannelException failure = failure();
      assertThat(failure.reason()).isEqualTo(reason);
      assertThat(failure.retry()).isEqualTo(retry);
      for (Throwable t = failure; t != null; t = t.getCause()) {
        assertThat(String.valueOf(t.getMessage())).doesNotContain("hunter2");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 400 Bad Request",
    "\u0000\u0000\u0000\u0001abc",
    "\u00ff\u00ff\u00ff\u00ff"
  })
  void nonsenseIsGarbage(String nonsense) {
    try (var rude =
        LoopbackPeer.playing(
            socket -> {
              LoopbackPeer.write(socket, nonsense.repeat(10));
              while (socket.getInputStream().read() >= 0) {
                // waits with whoever waits
              }
            })) {
      peer = Optional.of(smsc(rude.port(), "hunter2", false));
      ChannelException failure = failure();
      assertThat(failure.reason()).isEqualTo(Reason.GARBAGE);
      assertThat(failure.retry()).isTrue();
    }
  }

  @Test
  void whereNobodyListensItMayWorkLater() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    peer = Optional.of(smsc(closed, "hunter2", false));
    ChannelException failure = failure();
    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure.retry()).isTrue();
    peer = Optional.empty();
    assertThat(failure().reason()).isEqualTo(Reason.NOT_CONFIGURED);
    assertThat(channel.configured()).isFalse();
  }

  @Test
  void anAnswerComesInWithoutAnyMessageGoingOut() throws Exception {
    try (Smsc smsc = new Smsc()) {
      speakTo(smsc);
      link.start();
      await().until(() -> smsc.binds.size() == 1);
      await().untilAsserted(() -> smsc.answer("33612345678", " 1\n"));
      assertThat(answers).containsExactly(new Answer(ChannelKind.SMS, PHONE, "1"));

      smsc.deliver(
          "33612345678",
          new ESMClass(),
          SmsPart.UCS2,
          "1 – oui".getBytes(StandardCharsets.UTF_16BE));
      assertThat(answers.getLast().text()).isEqualTo("1 – oui");
      var headed = new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.UDHI);
      smsc.deliver("33612345678", headed, (byte) 0, new byte[] {5, 0, 3, 1, 1, 1, '1'});
      assertThat(answers.getLast().text()).isEqualTo("1");
      smsc.deliver("33612345678", headed, (byte) 0, new byte[] {(byte) 200, 0});
      assertThat(answers.getLast().text()).isEmpty();
      smsc.deliver("33612345678", new ESMClass(), (byte) 0, new byte[0]);
      assertThat(answers).hasSize(5);
    }
  }

  @Test
  void aReceiptIsNoAnswer() throws Exception {
    try (Smsc smsc = new Smsc()) {
      speakTo(smsc);
      channel.send(PHONE, Messages.alarm());
      var receipt =
          new ESMClass(
              MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT);
      for (String text :
          List.of(
              "id:7 sub:001 dlvrd:000 submit date:2611270800 done date:2611270801 stat:UNDELIV"
                  + " err:001 text:1",
              "1 stat:UNDELIV",
              "")) {
        smsc.deliver("33612345678", receipt, (byte) 0, text.getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(answers).isEmpty();
    }
  }

  @Test
  void theLibrarysLogHoldsNoPasswordEvenIfSomebodyTurnsItOn() throws Exception {
    Logger log = (Logger) LoggerFactory.getLogger("org.jsmpp");
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    log.addAppender(appender);
    log.setLevel(Level.TRACE);
    // not the library's own SMSC, which writes into the same log what it hears
    byte[] welcome = HexFormat.of().parseHex("00000015800000090000000000000001736d736300");
    try (var smsc =
        LoopbackPeer.playing(
            socket -> {
              if (socket.getInputStream().read() >= 0) {
                socket.getOutputStream().write(welcome);
              }
              while (socket.getInputStream().read() >= 0) {
                // takes whatever comes
              }
            })) {
      peer = Optional.of(smsc(smsc.port(), "hunter2", false));
      assertThat(link.bound().session().getSessionState().isBound()).isTrue();
    } finally {
      log.detachAppender(appender);
      log.setLevel(Level.OFF);
    }
    List<ILoggingEvent> said;
    synchronized (appender) {
      said = List.copyOf(appender.list);
    }
    assertThat(said)
        .isNotEmpty()
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(words -> words.contains("hunter2"))
        .noneMatch(words -> words.toLowerCase(Locale.ROOT).contains("68756e74657232"));
  }

  @Test
  void anAnswerThatCouldNotBeTakenComesAgain() throws Exception {
    try (Smsc smsc = new Smsc()) {
      speakTo(smsc);
      channel.send(PHONE, Messages.alarm());
      inbox =
          (_, _, _) -> {
            throw new IllegalStateException("the database is away");
          };
      assertThatThrownBy(() -> smsc.answer("33612345678", "1"))
          .isInstanceOf(NegativeResponseException.class)
          .extracting(e -> ((NegativeResponseException) e).getCommandStatus())
          .isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
    }
  }

  @Test
  void aConnectionThatBreaksIsMadeAnew() throws Exception {
    try (Smsc smsc = new Smsc()) {
      speakTo(smsc);
      link.start();
      await().until(() -> smsc.binds.size() == 1);
      smsc.cut();
      await().until(() -> smsc.binds.size() == 2);
      await().untilAsserted(() -> smsc.answer("33612345678", "1"));
      assertThat(answers).hasSize(1);
    }
  }

  @Test
  void overTlsThePasswordGoesToWhoeverItIsFor(@TempDir Path home, @TempDir Path other)
      throws Exception {
    ServerTls tls = ServerTls.open(TlsSettings.in(home));
    ServerTls stranger = ServerTls.open(TlsSettings.in(other));
    ServerSocket socket =
        tls.sslContext()
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    try (Smsc smsc = new Smsc(socket)) {
      Endpoint secure = Endpoint.of("localhost", smsc.port(), Protection.TLS);
      peer = Optional.of(new Peer.Smsc(secure, "rempart", "", "", false, false, "hunter2"));
      link = link(new Wire(stranger.caCertificate()));
      ChannelException failure = catchThrowableOfType(ChannelException.class, () -> link.bound());
      assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(smsc.binds).isEmpty();

      link = link(new Wire(tls.caCertificate()));
      new SmppChannel(link, PATIENCE.answer()).send(PHONE, Messages.alarm());
      assertThat(smsc.taken).hasSize(1);
    }
  }
}
