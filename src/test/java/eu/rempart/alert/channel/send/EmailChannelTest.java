package eu.rempart.alert.channel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Messages;
import eu.rempart.alert.channel.wire.LoopbackPeer;
import eu.rempart.mail.Courier;
import eu.rempart.mail.TestCouriers;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E-mail to a mail server that takes it, and to some that do not. */
class EmailChannelTest {

  private static final String ADDRESS = "max@firm.example";
  private static final Duration LITTLE = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(30);

  private static ChannelException failure(Courier courier) {
    return catchThrowableOfType(
        ChannelException.class,
        () -> new EmailChannel(courier, LITTLE).send(ADDRESS, Messages.alarm()));
  }

  /** What a mail server does at one of the lines that it hears. */
  private interface Twist {
    void play(Socket socket) throws IOException;
  }

  /** Speaks SMTP as it should, up to the line that begins so. */
  private static LoopbackPeer smtp(String begin, Twist twist) {
    return LoopbackPeer.playing(
        socket -> {
          LoopbackPeer.write(socket, "220 mail.example\r\n");
          var in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
          boolean text = false;
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            text = text && !line.equals(".");
            if (!text && line.startsWith(begin)) {
              twist.play(socket);
            } else if (!text) {
              text = line.equals("DATA");
              LoopbackPeer.write(socket, text ? "354 go on\r\n" : "250 fine\r\n");
            }
          }
        });
  }

  private static LoopbackPeer smtp(String begin, String answer) {
    return smtp(begin, socket -> LoopbackPeer.write(socket, answer + "\r\n"));
  }

  @Test
  void arrivesMarkedForPeopleAndMachines() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    try {
      var channel = new EmailChannel(TestCouriers.plain(server.getSmtp().getPort(), LONG), LONG);
      assertThat(channel.configured()).isTrue();
      assertThat(channel.send("Max@Firm.example", Messages.alarm()).reference())
          .isEqualTo(Messages.ID.toString());

      assertThat(server.getReceivedMessages()).hasSize(1);
      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getSubject()).isEqualTo("CRM does not answer");
      assertThat(mail.getContent().toString())
          .contains("Three zones agree.", "https://crm.firm.example/alerts");
      assertThat(mail.getMessageID()).isEqualTo("<" + Messages.ID + "@firm.example>");
      assertThat(mail.getHeader("References"))
          .containsExactly("<" + Messages.INCIDENT + "@firm.example>");
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(mail.getHeader("Importance")).containsExactly("high");
      assertThat(mail.getHeader("Date")).containsExactly("Fri, 27 Nov 2026 08:00:00 GMT");
      assertThat(mail.getAllRecipients()[0]).hasToString(ADDRESS);
    } finally {
      server.stop();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 <b>max</b> is gone, REFUSED, false, 550",
    "RCPT, 450 greylisted, REFUSED, true, 450",
    "MAIL, 421 too busy, REFUSED, true, 421",
    "DATA, 554 no, REFUSED, false, 554",
    "., 451 later, REFUSED, true, 451",
    "., 554 spam, REFUSED, false, 554"
  })
  void aRefusalSaysWhetherToTryAgain(
      String begin, String answer, Reason reason, boolean retry, int number) {
    try (var peer = smtp(begin, answer)) {
      ChannelException failure = failure(TestCouriers.plain(peer.port(), LONG));
      assertThat(failure.reason()).isEqualTo(reason);
      assertThat(failure.retry()).isEqualTo(retry);
      assertThat(failure.number()).isEqualTo(number);
      assertThat(failure.getMessage()).doesNotContain("max");
    }
  }

  @Test
  void aServerThatHangsFirstHasNothing() {
    try (var mute = LoopbackPeer.mute()) {
      ChannelException failure = failure(TestCouriers.plain(mute.port(), LONG));
      assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(failure.retry()).isTrue();
      assertThat(failure(TestCouriers.plain(mute.port(), Duration.ofMillis(300))).reason())
          .isEqualTo(Reason.TIMEOUT);
    }
  }

  @Test
  void aServerThatSpeaksAByteNowAndThenHoldsNobody() {
    try (var dripping =
        LoopbackPeer.playing(
            socket -> {
              while (!socket.isClosed()) {
                LoopbackPeer.write(socket, "2");
                pause();
              }
            })) {
      assertThat(failure(TestCouriers.plain(dripping.port(), LONG)).reason())
          .isEqualTo(Reason.TIMEOUT);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aServerThatHangsAfterItHasAllLeavesADoubt() {
    try (var peer = smtp(".", EmailChannelTest::hang)) {
      ChannelException failure = failure(TestCouriers.plain(peer.port(), LONG));
      assertThat(failure.reason()).isEqualTo(Reason.IN_DOUBT);
      assertThat(failure.retry()).isFalse();
    }
    try (var peer = smtp(".", Socket::close)) {
      assertThat(failure(TestCouriers.plain(peer.port(), LONG)).reason())
          .isEqualTo(Reason.IN_DOUBT);
    }
    try (var peer = smtp("DATA", EmailChannelTest::hang)) {
      assertThat(failure(TestCouriers.plain(peer.port(), LONG)).reason()).isEqualTo(Reason.TIMEOUT);
    }
  }

  private static void hang(Socket socket) {
    while (!socket.isClosed()) {
      pause();
    }
  }

  @Test
  void whatIsTakenIsTakenWhateverComesAfter() throws Exception {
    Twist takeAndCut =
        socket -> {
          LoopbackPeer.write(socket, "250 taken\r\n");
          socket.close();
        };
    try (var peer = smtp(".", takeAndCut)) {
      new EmailChannel(TestCouriers.plain(peer.port(), LONG), LITTLE)
          .send(ADDRESS, Messages.alarm());
    }
  }

  @Test
  void nothingGoesToAServerThatNobodyVouchesFor(@TempDir Path one, @TempDir Path other) {
    ServerTls tls = ServerTls.open(TlsSettings.in(one));
    ServerTls stranger = ServerTls.open(TlsSettings.in(other));
    try (var peer =
        LoopbackPeer.playing(
            tls.sslContext().getServerSocketFactory(),
            socket -> LoopbackPeer.write(socket, "220 mail.example\r\n"))) {
      Path trust = stranger.caCertificate().orElseThrow();
      ChannelException failure =
          catchThrowableOfType(
              ChannelException.class,
              () ->
                  new EmailChannel(TestCouriers.secure(peer.port(), trust, LONG), LONG)
                      .send(ADDRESS, Messages.alarm()));
      assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    }
  }

  @Test
  void withoutAServerThereIsNoChannel() throws Exception {
    EmailChannel none = new EmailChannel(TestCouriers.none());
    assertThat(none.configured()).isFalse();
    assertThat(failure(TestCouriers.none()).reason()).isEqualTo(Reason.NOT_CONFIGURED);
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    assertThat(failure(TestCouriers.plain(closed, LONG)).reason()).isEqualTo(Reason.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "max", "max@firm.example\r\nBcc: all@firm.example", "a@b@c d"})
  void whatIsNoAddressIsRefused(String address) {
    var channel = new EmailChannel(TestCouriers.none());
    assertThatThrownBy(() -> channel.check(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alert-channel.address.email.wrong");
    assertThatThrownBy(() -> channel.send(address, Messages.of(MessageKind.TEST, "Test", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
