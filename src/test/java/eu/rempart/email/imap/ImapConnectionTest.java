package eu.rempart.email.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.kernel.place.TestPlaces;
import jakarta.mail.Authenticator;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The mail library over connections to servers that mean harm: none makes room for what it says.
 */
class ImapConnectionTest {

  private static ImapConnection connection(Duration longest) {
    return new ImapConnection(
        "localhost",
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        false,
        InetAddress::isLoopbackAddress,
        TestPlaces.anywhere(),
        longest);
  }

  /** Connects, opens INBOX and lists everything; what the connection says of its end. */
  private static @Nullable ImapFault fault(HostileImap server, Duration longest) {
    try (ImapConnection connection = connection(longest)) {
      try {
        look(server, connection);
      } catch (MessagingException | RuntimeException _) {
        // why is the connection's to say
      }
      return connection.fault();
    }
  }

  private static @Nullable ImapFault fault(HostileImap server) {
    return fault(server, Duration.ofSeconds(60));
  }

  private static void look(HostileImap server, ImapConnection connection)
      throws MessagingException {
    var all = new Properties();
    all.put("mail.imap.socketFactory", connection.sockets());
    all.put("mail.imap.socketFactory.fallback", "false");
    all.put("mail.imap.ssl.socketFactory", connection.upgrade());
    try (Store store = Session.getInstance(all, (Authenticator) null).getStore("imap")) {
      store.connect("127.0.0.1", server.port(), "u", "p");
      try (Folder folder = store.getFolder("INBOX")) {
        folder.open(Folder.READ_ONLY);
        folder.getMessages();
        store.getDefaultFolder().list("*");
      }
    }
  }

  @Test
  void literalThatIsALieCostsNothing() throws Exception {
    try (var server = HostileImap.greeting("* OK {2000000000}\r\n")) {
      assertThat(fault(server)).isEqualTo(ImapFault.TOO_MUCH);
    }
  }

  @Test
  void lineWithoutEndIsLeft() throws Exception {
    try (var greets = HostileImap.endless("* OK ");
        var other = HostileImap.endless("220 ")) {
      assertThat(fault(greets)).isEqualTo(ImapFault.TOO_MUCH);
      assertThat(fault(other)).isEqualTo(ImapFault.NOT_IMAP);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SSH-2.0-OpenSSH_9.9 secret\r\n", "220 mail.example ESMTP\r\n", "+OK\r\n"})
  void serverOfSomethingElseIsNotHeard(String greeting) throws Exception {
    try (var server = HostileImap.greeting(greeting)) {
      assertThat(fault(server)).isEqualTo(ImapFault.NOT_IMAP);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "* 2000000000 EXISTS\r\n",
        "*    +2000000000   exists\r\n",
        "* 0000000000000000000000000000000000000000000000000002000000000 EXISTS\r\n",
        "* OK {}\r\n* 2000000000 EXISTS\r\n",
        "* VANISHED 1:2000000000\r\n",
        "* OK {4000000}\r\n",
        "* OK {12}\r\n{2000000000}\r\n",
        "* OK {7}\r\n{200000000}\r\n",
        "* LIST () \"/\" {99999999999999999999}\r\n",
      })
  void announcedSizeThatIsALieCostsNothing(String answer) throws Exception {
    try (var server = HostileImap.open(answer)) {
      assertThat(fault(server)).isEqualTo(ImapFault.TOO_MUCH);
    }
  }

  @Test
  void linesWithoutEndAreLeft() throws Exception {
    try (var server = HostileImap.open("* LIST () / a\r\n".repeat(60_000))) {
      assertThat(fault(server)).isEqualTo(ImapFault.TOO_MUCH);
    }
  }

  /** The library would make room for two thousand million characters. */
  @Test
  void numberInATextIsNoLiteral() throws Exception {
    try (var server = HostileImap.open("* LIST () \"/\" {2000000000} x\r\n")) {
      assertThat(fault(server)).isNull();
    }
  }

  @Test
  void ordinaryServerIsHeardToTheEnd() throws Exception {
    try (var server =
        HostileImap.open("* LIST () \"/\" {5}\r\na{9}b\r\n* LIST () \"/\" \"{1}\"\r\n")) {
      assertThat(fault(server)).isNull();
    }
  }

  /** It says a byte now and then, which no limit of silence ever ends. */
  @Test
  void timeOfTheWholeLookEndsIt() throws Exception {
    try (var server = HostileImap.greeting("* OK rea")) {
      assertThat(fault(server, Duration.ofMillis(300))).isEqualTo(ImapFault.LATE);
    }
  }

  @Test
  void addressThatIsNotAllowedIsNotConnectedTo() throws Exception {
    try (var server =
            new HostileImap(
                (_, _, _) -> {
                  throw new IOException("nobody comes here");
                });
        var connection =
            new ImapConnection(
                "localhost",
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                false,
                _ -> false,
                TestPlaces.anywhere(),
                Duration.ofHours(1))) {
      assertThatThrownBy(() -> look(server, connection)).isInstanceOf(MessagingException.class);
      assertThat(connection.fault()).isEqualTo(ImapFault.ADDRESS);
    }
  }
}
