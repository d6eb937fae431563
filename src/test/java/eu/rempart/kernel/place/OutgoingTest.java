package eu.rempart.kernel.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.CountryCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one way out. */
class OutgoingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final DataPlace GERMAN = TestPlaces.place("gateway.example");

  private ServerSocket peer;

  @BeforeEach
  void listen() throws IOException {
    peer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    peer.close();
  }

  private static InetAddress[] addresses(String... texts) {
    return List.of(texts).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }

  @Test
  void declaredPlaceIsConnectedTo() throws Exception {
    Outgoing outgoing = TestPlaces.through(_ -> addresses("127.0.0.1"));
    try (Socket socket = outgoing.connect(GERMAN, peer.getLocalPort(), PATIENCE)) {
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void nameOfAPlaceThatIsNotAllowedIsNotEvenLookedUp() {
    Outgoing outgoing =
        TestPlaces.through(
            _ -> {
              throw new AssertionError("looked up");
            });
    DataPlace american = DataPlace.ofScreen(PlaceKind.SMS, "gateway.example", "US");
    DataPlace undeclared = DataPlace.ofScreen(PlaceKind.SMS, "gateway.example", null);
    for (DataPlace place : List.of(american, undeclared)) {
      assertThatThrownBy(() -> outgoing.connect(place, peer.getLocalPort(), PATIENCE))
          .isInstanceOf(PlaceNotAllowedException.class);
      assertThatThrownBy(() -> outgoing.look(place)).isInstanceOf(PlaceNotAllowedException.class);
    }
  }

  @Test
  void nothingIsSentToAddressesOfTheLink() {
    Outgoing outgoing = TestPlaces.through(_ -> addresses("169.254.169.254", "fe80::1"));

    assertThatThrownBy(() -> outgoing.connect(GERMAN, 80, PATIENCE))
        .isInstanceOf(AddressRefusedException.class);
  }

  @Test
  void otherAddressesOfANameAreTried() throws Exception {
    int dead;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.2"))) {
      dead = gone.getLocalPort();
    }
    try (ServerSocket second = new ServerSocket(dead, 1, InetAddress.ofLiteral("127.0.0.3"))) {
      Outgoing outgoing = TestPlaces.through(_ -> addresses("127.0.0.2", "127.0.0.3"));
      try (Socket socket = outgoing.connect(GERMAN, second.getLocalPort(), PATIENCE)) {
        assertThat(socket.getInetAddress()).isEqualTo(InetAddress.ofLiteral("127.0.0.3"));
      }
    }
  }

  @Test
  void addressRegisteredElsewhereIsRefusedBeforeItIsConnectedTo() {
    AddressCountries america = _ -> Optional.of(CountryCode.of("US"));
    PlaceRules strict = new PlaceRules(AllowedCountries.EUROPE, true, true);
    Outgoing outgoing =
        new Outgoing(strict, america, new SeenPlaces(), _ -> addresses("192.0.2.1"));

    assertThatThrownBy(() -> outgoing.connect(GERMAN, 80, PATIENCE))
        .isInstanceOfSatisfying(
            PlaceNotAllowedException.class,
            refused -> assertThat(refused.why()).isEqualTo(PlaceRefusal.ELSEWHERE));
    DataPlace box = DataPlace.ofScreen(PlaceKind.MAILBOX, "imap.example", null);
    InetSocketAddress there = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 993);
    assertThatThrownBy(() -> outgoing.connect(box, new Socket(), there, 1_000))
        .isInstanceOf(PlaceNotAllowedException.class);
  }

  @Test
  void nameOfThisMachineThatLeadsElsewhereIsAnotherMachine() {
    Outgoing outgoing = TestPlaces.through(_ -> addresses("192.0.2.1"));
    for (String name : List.of("localhost", "127.0.0.999")) {
      DataPlace here = DataPlace.ofScreen(PlaceKind.MAIL, name, null);
      assertThatThrownBy(() -> outgoing.connect(here, 25, PATIENCE))
          .isInstanceOfSatisfying(
              PlaceNotAllowedException.class,
              refused -> assertThat(refused.why()).isEqualTo(PlaceRefusal.NOT_DECLARED));
    }
  }

  @Test
  void addressThatWasLookedAtIsTheOneThatIsConnectedTo() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    Outgoing outgoing =
        TestPlaces.through(
            _ ->
                lookups.getAndIncrement() == 0
                    ? addresses("127.0.0.1")
                    : addresses("169.254.169.254"));
    try (Socket socket = outgoing.connect(GERMAN, peer.getLocalPort(), PATIENCE)) {
      assertThat(socket.getInetAddress()).isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
    }
    assertThat(lookups).hasValue(1);
  }

  @Test
  void addressesOfVersionFourInOtherClothesAreTheSame() {
    AddressCountries american =
        address ->
            address.equals(InetAddress.ofLiteral("192.0.2.1"))
                ? Optional.of(CountryCode.of("US"))
                : Optional.empty();
    PlaceRules strict = new PlaceRules(AllowedCountries.EUROPE, true, true);
    Outgoing outgoing = new Outgoing(strict, american, new SeenPlaces(), InetAddress::getAllByName);
    DataPlace mapped = DataPlace.ofScreen(PlaceKind.MAIL, "::ffff:192.0.2.1", "FR");

    assertThatThrownBy(() -> outgoing.connect(mapped, 25, PATIENCE))
        .isInstanceOf(PlaceNotAllowedException.class);
  }

  @Test
  void allAddressesThatALibraryMightUseAreLookedAt() {
    AddressCountries american =
        address ->
            Optional.of(CountryCode.of(address.getHostAddress().endsWith(".2") ? "US" : "DE"));
    PlaceRules strict = new PlaceRules(AllowedCountries.EUROPE, true, true);
    Outgoing outgoing =
        new Outgoing(strict, american, new SeenPlaces(), _ -> addresses("192.0.2.1", "192.0.2.2"));
    Outgoing nowhere =
        TestPlaces.through(
            host -> {
              throw new UnknownHostException(host);
            });

    assertThatThrownBy(() -> outgoing.look(GERMAN)).isInstanceOf(PlaceNotAllowedException.class);
    assertThatCode(() -> nowhere.look(GERMAN))
        .as("whoever connects says so")
        .doesNotThrowAnyException();
  }

  @Test
  void requestsGoByWayOfNoProxy() {
    try (HttpClient client = Outgoing.httpToOwn().build()) {
      assertThat(client.proxy()).contains(HttpClient.Builder.NO_PROXY);
      assertThat(client.followRedirects()).isEqualTo(HttpClient.Redirect.NEVER);
    }
  }

  @Test
  void thisMachineIsInNoRegistry() {
    AddressCountries confused = _ -> Optional.of(CountryCode.of("US"));
    PlaceRules strict = new PlaceRules(AllowedCountries.EUROPE, true, true);
    Outgoing outgoing =
        new Outgoing(strict, confused, new SeenPlaces(), _ -> addresses("127.0.0.1"));

    assertThatCode(() -> outgoing.connect(GERMAN, peer.getLocalPort(), PATIENCE).close())
        .doesNotThrowAnyException();
  }

  @Test
  void mailboxesAreKnownByWhereTheyWereFound() {
    SeenPlaces seen = new SeenPlaces();
    AddressCountries america = _ -> Optional.of(CountryCode.of("US"));
    PlaceRules strict = new PlaceRules(AllowedCountries.EUROPE, true, true);
    Outgoing outgoing = new Outgoing(strict, america, seen, InetAddress::getAllByName);
    DataPlace box = DataPlace.ofScreen(PlaceKind.MAILBOX, "imap.example", null);
    InetSocketAddress there = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 993);

    assertThatThrownBy(() -> outgoing.connect(box, new Socket(), there, 1_000))
        .isInstanceOf(PlaceNotAllowedException.class);

    DataPlaces places = new DataPlaces(strict, seen, () -> List.of(seen::mailboxes), List::of);
    assertThat(places.all())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.place().host()).isEqualTo("imap.example");
              assertThat(each.place().country()).isEqualTo("US");
              assertThat(each.refusal()).contains(PlaceRefusal.NOT_ALLOWED);
            });
  }
}
