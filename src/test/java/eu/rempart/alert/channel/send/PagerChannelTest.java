package eu.rempart.alert.channel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Messages;
import eu.rempart.alert.channel.peer.Peer;
import eu.rempart.alert.channel.peer.Peers;
import eu.rempart.alert.channel.wire.Endpoint;
import eu.rempart.alert.channel.wire.LoopbackPeer;
import eu.rempart.alert.channel.wire.Protection;
import eu.rempart.alert.channel.wire.Wire;
import eu.rempart.kernel.place.TestPlaces;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pager whose terminal answers as RFC 1861 says, and some that do not. */
class PagerChannelTest {

  /** Waited for in full where nothing comes, and long enough for what does come. */
  private static final Duration LITTLE = Duration.ofSeconds(3);

  private static final Duration LONG = Duration.ofSeconds(30);

  private static PagerChannel channel(int port, String login, String password) {
    return channel(port, login, password, LONG);
  }

  private static PagerChannel channel(int port, String login, String password, Duration patience) {
    Peer peer =
        new Peer.Paging(
            Endpoint.of(TestPlaces.place("127.0.0.1"), port, Protection.NONE), login, password);
    Peers peers = _ -> Optional.of(peer);
    return new PagerChannel(peers, new Wire(Optional.empty(), TestPlaces.anywhere()), patience);
  }

  private static ChannelException failure(LoopbackPeer peer) {
    return failure(peer, LONG);
  }

  private static ChannelException failure(LoopbackPeer peer, Duration patience) {
    return catchThrowableOfType(
        ChannelException.class,
        () -> channel(peer.port(), "", "", patience).send("5551234", Messages.alarm()));
  }

  /** Says this to the lines that begin so. */
  private static LoopbackPeer terminal(String begin, String answer) {
    return LoopbackPeer.speaking(
        "220 pager.example SNPP", line -> line.startsWith(begin) ? answer : "250 fine");
  }

  @Test
  void aPageIsSentInTheFirstLevelsWords() throws Exception {
    try (var peer = terminal("QUIT", "221 bye")) {
      channel(peer.port(), "me", "secret")
          .send("5551234", Messages.of(MessageKind.ALARM, "Été", "Ça brûle\nici – 1 €"));
      await().until(() -> peer.lines.contains("QUIT"));
      assertThat(peer.lines)
          .containsExactly(
              "LOGI me secret", "PAGE 5551234", "MESS Ete - Ca brule ici ? 1 ?", "SEND", "QUIT");
    }
  }

  @Test
  void aLongTextIsCut() throws Exception {
    try (var peer = terminal("QUIT", "221 bye")) {
      channel(peer.port(), "", "")
          .send("5551234", Messages.of(MessageKind.ALARM, "t", "x".repeat(1_000)));
      assertThat(peer.lines.get(1)).hasSize(5 + 240).endsWith("...");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"250 sent", "860 delivered", "960 queued", "250-one\r\n250 two"})
  void severalAnswersMeanThatItIsOnItsWay(String answer) throws Exception {
    try (var peer = terminal("SEND", answer)) {
      channel(peer.port(), "", "").send("5551234", Messages.alarm());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PAGE, 550 <b>no such</b>, REFUSED, false, 550",
    "PAGE, 421 down, REFUSED, true, 421",
    "MESS, 500 what, REFUSED, false, 500",
    "SEND, 554 failed, REFUSED, true, 554",
    "SEND, 750 not now, REFUSED, true, 750",
    "SEND, 550 no, REFUSED, false, 550"
  })
  void aRefusalSaysWhetherToTryAgain(
      String begin, String answer, Reason reason, boolean retry, int number) {
    try (var peer = terminal(begin, answer)) {
      ChannelException failure = failure(peer);
      assertThat(failure.reason()).isEqualTo(reason);
      assertThat(failure.retry()).isEqualTo(retry);
      assertThat(failure.number()).isEqualTo(number);
      assertThat(failure.getMessage()).doesNotContain("such");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PAGE, HTTP/1.1 400 Bad Request, true",
    "MESS, '', true",
    "MESS, 25, true",
    "MESS, 2500 fine, true",
    "MESS, \u0000\u0001\u0002\u00ff, true",
    "SEND, sent?, false"
  })
  void nonsenseIsGarbage(String begin, String answer, boolean retry) {
    try (var peer = terminal(begin, answer)) {
      ChannelException failure = failure(peer);
      assertThat(failure.reason()).isEqualTo(Reason.GARBAGE);
      assertThat(failure.retry()).as("before it could page").isEqualTo(retry);
    }
  }

  @Test
  void anEndlessLineIsGarbage() {
    try (var peer =
        LoopbackPeer.playing(
            socket -> {
              while (!socket.isClosed()) {
                LoopbackPeer.write(socket, "220 and so on ".repeat(500));
              }
            })) {
      assertThat(failure(peer).reason()).isEqualTo(Reason.GARBAGE);
    }
  }

  @Test
  void endlessLinesAreGarbage() {
    try (var peer =
        LoopbackPeer.playing(
            socket -> {
              while (!socket.isClosed()) {
                LoopbackPeer.write(socket, "220-and so on\r\n".repeat(500));
              }
            })) {
      assertThat(failure(peer).reason()).isEqualTo(Reason.GARBAGE);
    }
  }

  @Test
  void oneThatHangsFirstHasNothing() {
    try (var mute = LoopbackPeer.mute()) {
      ChannelException failure = failure(mute, LITTLE);
      assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(failure.retry()).isTrue();
    }
  }

  @Test
  void oneThatCutsFirstHasNothing() {
    try (var cutting = LoopbackPeer.playing(_ -> {})) {
      ChannelException failure = failure(cutting);
      assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(failure.retry()).isTrue();
    }
  }

  /** Answers all but the last command. */
  private static LoopbackPeer endingAtSend(boolean cut) {
    return LoopbackPeer.playing(
        socket -> {
          LoopbackPeer.write(socket, "220 pager.example\r\n");
          int lines = 0;
          while (lines < 3) {
            int next = socket.getInputStream().read();
            if (next == '\n' && ++lines < 3) {
              LoopbackPeer.write(socket, "250 fine\r\n");
            }
          }
          while (!cut && socket.getInputStream().read() >= 0) {
            // waits with whoever waits
          }
        });
  }

  @Test
  void whatComesAfterSendLeavesADoubt() {
    for (boolean cut : new boolean[] {true, false}) {
      try (var peer = endingAtSend(cut)) {
        ChannelException failure = failure(peer, LITTLE);
        assertThat(failure.reason()).isEqualTo(Reason.IN_DOUBT);
        assertThat(failure.retry()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5551234\r\nPAGE 1", "555 1234", "+"})
  void whatIsNoPagerIsRefused(String address) {
    var channel = channel(1, "", "");
    assertThatThrownBy(() -> channel.check(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alert-channel.address.pager.wrong");
  }
}
