package eu.rempart.alert.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.Messages;
import eu.rempart.alert.channel.peer.Peer;
import eu.rempart.alert.channel.wire.Endpoint;
import eu.rempart.alert.channel.wire.LoopbackPeer;
import eu.rempart.alert.channel.wire.Protection;
import eu.rempart.alert.channel.wire.Wire;
import eu.rempart.kernel.place.TestPlaces;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Passwords for an SMSC stay with it. */
class SmppSecretsTest extends WithSmppLink {

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
  void overTlsThePasswordGoesToWhoeverItIsFor(@TempDir Path home, @TempDir Path other)
      throws Exception {
    ServerTls tls = ServerTls.open(TlsSettings.in(home));
    ServerTls stranger = ServerTls.open(TlsSettings.in(other));
    ServerSocket socket =
        tls.sslContext()
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    try (Smsc smsc = new Smsc(socket)) {
      Endpoint secure = Endpoint.of(TestPlaces.place("localhost"), smsc.port(), Protection.TLS);
      peer = Optional.of(new Peer.Smsc(secure, "rempart", "", "", false, false, "hunter2"));
      link = link(new Wire(stranger.caCertificate(), TestPlaces.anywhere()));
      ChannelException failure = catchThrowableOfType(ChannelException.class, () -> link.bound());
      assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(smsc.binds).isEmpty();

      link = link(new Wire(tls.caCertificate(), TestPlaces.anywhere()));
      new SmppChannel(link, PATIENCE.answer()).send(PHONE, Messages.alarm());
      assertThat(smsc.taken).hasSize(1);
    }
  }
}
