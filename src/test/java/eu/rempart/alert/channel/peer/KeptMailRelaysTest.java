package eu.rempart.alert.channel.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.rempart.alert.channel.wire.LoopbackPeer;
import eu.rempart.alert.channel.wire.Wire;
import eu.rempart.email.MailServers;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.TestPlaces;
import eu.rempart.mail.Courier;
import eu.rempart.mail.MailFault;
import eu.rempart.mail.MailRefusedException;
import eu.rempart.mail.Telegram;
import eu.rempart.mail.TestCouriers;
import eu.rempart.mail.relay.MailRelay;
import eu.rempart.mail.relay.MailTls;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mail through a server that administrators set up: where it goes, and how much is listened to. */
class KeptMailRelaysTest {

  private static final MailServers SERVERS = MailServers.one();

  private static Courier courier(String host, int port, MailTls tls, Optional<Path> trust) {
    MailRelay relay =
        new MailRelay(TestPlaces.place(host), port, tls, null, null, "crm@firm.example");
    return TestCouriers.to(
        new KeptMailRelays(
            _ -> Optional.of(new Peer.Mail(relay)), new Wire(trust, TestPlaces.anywhere())));
  }

  private static Telegram telegram(String to) {
    UUID id = UUID.randomUUID();
    return new Telegram(id, id, to, "A test", "It works.", Instant.EPOCH, false);
  }

  private static MailRefusedException failure(Courier courier) {
    return catchThrowableOfType(MailRefusedException.class, courier::greet);
  }

  @Test
  void mailGoesOverTlsToTrustedServer() throws Exception {
    String to = UUID.randomUUID() + "@firm.example";
    int port = SERVERS.green().getSmtps().getPort();
    courier("localhost", port, MailTls.TLS, Optional.of(SERVERS.authority()))
        .wire(telegram(to), () -> {});
    assertThat(Arrays.stream(SERVERS.green().getReceivedMessagesForDomain(to))).hasSize(1);

    assertThat(failure(courier("localhost", port, MailTls.TLS, Optional.empty())).fault())
        .as("nobody vouches for it")
        .isEqualTo(MailFault.TLS);
  }

  @Test
  void plainMailGoesToLoopback() {
    int port = SERVERS.green().getSmtp().getPort();
    assertThatCode(() -> courier("127.0.0.1", port, MailTls.NONE, Optional.empty()).greet())
        .doesNotThrowAnyException();
    assertThat(failure(courier("127.0.0.1", port, MailTls.STARTTLS, Optional.empty())).fault())
        .as("the server has no TLS, so nothing is said to it")
        .isEqualTo(MailFault.TLS);
  }

  @Test
  void addressesOfTheLinkAreRefused() {
    assertThat(failure(courier("169.254.169.254", 25, MailTls.STARTTLS, Optional.empty())).fault())
        .isEqualTo(MailFault.UNREACHABLE);
    assertThat(failure(courier("192.0.2.1", 25, MailTls.NONE, Optional.empty())).fault())
        .as("plain goes to this machine alone")
        .isEqualTo(MailFault.UNREACHABLE);
  }

  @Test
  void mailGoesToNoCountryThatIsNotAllowed() {
    DataPlace far = DataPlace.ofScreen(PlaceKind.MAIL, "mail.example", "US");
    MailRelay relay = new MailRelay(far, 587, MailTls.STARTTLS, null, null, "crm@firm.example");
    Courier courier =
        TestCouriers.to(
            new KeptMailRelays(
                _ -> Optional.of(new Peer.Mail(relay)),
                new Wire(Optional.empty(), TestPlaces.anywhere())));

    assertThat(failure(courier).fault()).isEqualTo(MailFault.PLACE);
  }

  @Test
  void endlessReplyIsBrokenOff() throws Exception {
    String line = "220-" + "x".repeat(500) + "\r\n";
    try (LoopbackPeer talker =
        LoopbackPeer.playing(
            socket -> {
              for (; ; ) {
                LoopbackPeer.write(socket, line);
              }
            })) {
      assertThat(
              failure(courier("127.0.0.1", talker.port(), MailTls.NONE, Optional.empty())).said())
          .contains("says too much");
    }
  }
}
