package eu.rempart.alert.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Messages;
import eu.rempart.alert.channel.send.Gsm7;
import eu.rempart.alert.channel.wire.LoopbackPeer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text messages to an SMSC that takes them, and to some that do not. */
class SmppChannelTest extends WithSmppLink {

  @Test
  void aMessageIsTakenOverOneConnection() throws Exception {
    try (Smsc smsc = new Smsc()) {
      speakTo(smsc);
      assertThat(channel.configured()).isTrue();
      assertThat(channel.send(PHONE, Messages.alarm()).reference()).isEqualTo("m1");
      channel.send(PHONE, Messages.of(MessageKind.RESOLVED, "Resolved – Ж", ""));

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
      var text = Messages.of(MessageKind.ALARM, "Ж".repeat(90), "");
      assertThat(channel.send(PHONE, text).reference()).isEqualTo("m1 m2");
      assertThat(smsc.taken).hasSize(2).allMatch(SubmitSm::isUdhi);

      peer = Optional.of(smsc(smsc.port(), "hunter2", true));
      channel.send(PHONE, Messages.of(MessageKind.ALARM, "Ж".repeat(110), ""));
      SubmitSm whole = smsc.taken.getLast();
      assertThat(whole.isUdhi()).isFalse();
      assertThat(new String(whole.getShortMessage(), StandardCharsets.UTF_16BE))
          .isEqualTo("Ж".repeat(110));
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

  @ParameterizedTest
  @ValueSource(ints = {SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RINVDSTADR, -1})
  void whatWasTakenInPartIsInDoubtAndNeverSentAgain(int status) {
    try (Smsc smsc = new Smsc()) {
      speakTo(smsc);
      smsc.taking = 1;
      smsc.status = status;
      ChannelException failure =
          catchThrowableOfType(
              ChannelException.class,
              () -> channel.send(PHONE, Messages.of(MessageKind.ALARM, "Ж".repeat(90), "")));
      assertThat(smsc.taken).hasSize(1);
      assertThat(failure.reason()).isEqualTo(Reason.IN_DOUBT);
      assertThat(failure.retry()).isFalse();
      assertThat(failure.number()).isEqualTo(status < 0 ? null : status);
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
}
