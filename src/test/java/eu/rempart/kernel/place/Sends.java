package eu.rempart.kernel.place;

import eu.rempart.alert.channel.wire.Endpoint;
import eu.rempart.alert.channel.wire.Protection;
import eu.rempart.alert.channel.wire.Wire;
import eu.rempart.common.CountryCode;
import eu.rempart.email.imap.ImapConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * Begins to send to a gateway and to look into a mailbox, first in America, then in France, and
 * says after each how many packets left the network that it runs in.
 */
public final class Sends {

  static final String AMERICA = "198.51.100.20";
  static final String FRANCE = "198.51.100.10";

  private static final int PORT = 4443;

  private final Outgoing outgoing =
      new Outgoing(
          new PlaceRules(AllowedCountries.of(List.of("FR", "DE")), false, true),
          address ->
              Optional.of(CountryCode.of(address.getHostAddress().equals(AMERICA) ? "US" : "FR")),
          new SeenPlaces(),
          InetAddress::getAllByName);

  private Sends() {}

  /** Both addresses must be this machine's. */
  public static void main(String[] arguments) throws IOException {
    Sends sends = new Sends();
    try (ServerSocket america = new ServerSocket(PORT, 10, InetAddress.ofLiteral(AMERICA));
        ServerSocket france = new ServerSocket(PORT, 10, InetAddress.ofLiteral(FRANCE))) {
      System.out.println("both listen " + america.isBound() + " " + france.isBound());
      sends.all(AMERICA, "US");
      sends.all(FRANCE, "FR");
    }
  }

  private void all(String host, String country) throws IOException {
    say(country + " gateway", () -> gateway(host, country));
    say(country + " mailbox", () -> mailbox(host));
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static void say(String what, Attempt attempt) throws IOException {
    String outcome;
    try {
      attempt.run();
      outcome = "connected";
    } catch (PlaceNotAllowedException e) {
      outcome = PlaceNotAllowedException.CODE;
    }
    System.out.println(what + ": " + outcome + ", packets " + (packets() > 0 ? "left" : "none"));
  }

  private void gateway(String host, String country) throws IOException {
    DataPlace place = DataPlace.ofScreen(PlaceKind.PAGER, host, country);
    Wire wire = new Wire(Optional.empty(), outgoing);
    wire.open(Endpoint.of(place, PORT, Protection.NONE)).close();
  }

  private void mailbox(String host) throws IOException {
    try (ImapConnection connection =
            new ImapConnection(
                host,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                false,
                _ -> true,
                outgoing,
                Duration.ofSeconds(10));
        Socket socket = connection.sockets().createSocket()) {
      socket.connect(new InetSocketAddress(host, PORT), 5_000);
    }
  }

  /** Of both versions of the protocol, since this network began. */
  private static long packets() throws IOException {
    List<String> four =
        Files.readAllLines(Path.of("/proc/net/snmp")).stream()
            .filter(line -> line.startsWith("Ip:"))
            .toList();
    int column = List.of(four.getFirst().split(" ")).indexOf("OutRequests");
    long six =
        Files.readAllLines(Path.of("/proc/net/snmp6")).stream()
            .filter(line -> line.startsWith("Ip6OutRequests"))
            .mapToLong(line -> Long.parseLong(line.split("\\s+", -1)[1]))
            .sum();
    return Long.parseLong(four.getLast().split(" ")[column]) + six;
  }
}
