package eu.rempart.alert.channel.smpp;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.rempart.alert.channel.AcknowledgementInbox;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Messages;
import eu.rempart.alert.channel.ReturnInbox;
import eu.rempart.alert.channel.peer.Peer;
import eu.rempart.alert.channel.wire.Endpoint;
import eu.rempart.alert.channel.wire.Protection;
import eu.rempart.alert.channel.wire.Wire;
import eu.rempart.kernel.place.TestPlaces;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A connection to an SMSC of the test, and what came in by it. */
abstract class WithSmppLink {

  static final String PHONE = "+33612345678";
  static final SmppLink.Patience PATIENCE =
      new SmppLink.Patience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(4),
          Duration.ofSeconds(1),
          Duration.ofMillis(100));

  /** An answer that came in. */
  record Answer(ChannelKind kind, String from, String text) {}

  final List<Answer> answers = new CopyOnWriteArrayList<>();
  volatile Optional<Peer> peer = Optional.empty();
  volatile AcknowledgementInbox inbox =
      (kind, from, text) -> answers.add(new Answer(kind, from, text));

  /** A message that came back. */
  record Returned(Set<String> names, String to, @Nullable Integer number) {}

  final List<Returned> returned = new CopyOnWriteArrayList<>();
  volatile ReturnInbox returns =
      (_, names, to, number) -> returned.add(new Returned(names, to, number));
  SmppLink link = link(new Wire(Optional.empty(), TestPlaces.anywhere()));
  final SmppChannel channel = new SmppChannel(link, PATIENCE.answer());

  SmppLink link(Wire wire) {
    Answers taking = new Answers(() -> Optional.of(inbox), () -> Optional.of(returns));
    return new SmppLink(_ -> peer, wire, taking, PATIENCE);
  }

  @AfterEach
  void leave() {
    link.close();
  }

  static Peer.Smsc smsc(int port, String password, boolean payload) {
    return new Peer.Smsc(
        Endpoint.of(TestPlaces.place("127.0.0.1"), port, Protection.NONE),
        "rempart",
        "",
        "Rempart",
        false,
        payload,
        password);
  }

  void speakTo(Smsc smsc) {
    peer = Optional.of(smsc(smsc.port(), "hunter2", false));
  }

  ChannelException failure() {
    return catchThrowableOfType(
        ChannelException.class, () -> channel.send(PHONE, Messages.alarm()));
  }
}
