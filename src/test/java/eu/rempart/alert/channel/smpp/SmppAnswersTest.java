package eu.rempart.alert.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Messages;
import eu.rempart.alert.channel.peer.Peer;
import eu.rempart.alert.channel.wire.Endpoint;
import eu.rempart.alert.channel.wire.Protection;
import eu.rempart.kernel.place.TestPlaces;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in from an SMSC: answers and receipts. */
class SmppAnswersTest extends WithSmppLink {

  @Test
  void answersArriveUnlessTheSenderIsAName() {
    assertThat(channel.takesAnswers()).isFalse();
    Endpoint nowhere = Endpoint.of(TestPlaces.place("127.0.0.1"), 1, Protection.NONE);
    for (String sender : List.of("", "12345", "+33612345678", "Rempart")) {
      peer = Optional.of(new Peer.Smsc(nowhere, "rempart", "", sender, false, false, "hunter2"));
      assertThat(channel.takesAnswers()).as(sender).isEqualTo(!sender.equals("Rempart"));
    }
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

  private static final ESMClass RECEIPT =
      new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT);

  private static void receipt(Smsc smsc, String text) throws Exception {
    smsc.deliver("33612345678", RECEIPT, (byte) 0, text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aReceiptIsNoAnswerAndOneOfFailureIsTold() throws Exception {
    try (Smsc smsc = new Smsc()) {
      speakTo(smsc);
      channel.send(PHONE, Messages.alarm());
      receipt(
          smsc,
          "id:7 sub:001 dlvrd:000 submit date:2611270800 done date:2611270801 stat:UNDELIV"
              + " err:001 text:1");
      receipt(smsc, "id:m-1 stat:EXPIRED");
      receipt(smsc, "id:DEADBEEF submit date:x stat:REJECTD err:x Text:id:8 stat:DELIVRD");
      assertThat(answers).isEmpty();
      assertThat(returned)
          .containsExactly(
              new Returned(Set.of("7"), PHONE, 1),
              new Returned(Set.of("m-1"), PHONE, null),
              new Returned(Set.of("DEADBEEF", "3735928559"), PHONE, null));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id:7 sub:001 dlvrd:001 stat:DELIVRD err:000 text:stat:UNDELIV",
        "id:7 stat:ENROUTE",
        "1 stat:UNDELIV",
        "id:<script> stat:UNDELIV",
        "stat:UNDELIV text:id:7",
        ""
      })
  void whatSaysNoFailureOfAMessageIsNone(String text) throws Exception {
    try (Smsc smsc = new Smsc()) {
      speakTo(smsc);
      channel.send(PHONE, Messages.alarm());
      receipt(smsc, text);
      assertThat(answers).isEmpty();
      assertThat(returned).isEmpty();
    }
  }

  @Test
  void aReceiptThatCouldNotBeTakenComesAgain() throws Exception {
    try (Smsc smsc = new Smsc()) {
      speakTo(smsc);
      channel.send(PHONE, Messages.alarm());
      returns =
          (_, _, _, _) -> {
            throw new IllegalStateException("the database is away");
          };
      assertThatThrownBy(() -> receipt(smsc, "id:m1 stat:UNDELIV"))
          .isInstanceOf(NegativeResponseException.class);
    }
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
}
