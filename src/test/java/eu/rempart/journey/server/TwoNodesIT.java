package eu.rempart.journey.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import eu.rempart.Patience;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Homes;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Original;
import eu.rempart.journey.OwnPostgres;
import eu.rempart.journey.Person;
import eu.rempart.journey.Trusting;
import eu.rempart.journey.Way;
import eu.rempart.tls.CertificateAuthority;
import eu.rempart.tls.IssuedFiles;
import eu.rempart.tls.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One database, two nodes, and two edges in front of them, each a process of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern SIGN_IN = Pattern.compile(".*/login.*");

  private static OwnPostgres database;
  private static Installation a;
  private static Installation b;
  private static EdgeMachine first;
  private static EdgeMachine second;
  private static Path folder;

  @BeforeAll
  static void start() throws Exception {
    Path home = Homes.fresh("two-nodes");
    Original.CERTIFICATES.copyTo(home);
    folder = home.resolveSibling("around");
    Files.createDirectory(folder);
    database = OwnPostgres.start(folder.resolve("server"));
    database.create("crm");
    a = Installation.begin(home, false, node());
    CertificateAuthority authority = CertificateAuthority.in(home);
    IssuedFiles shown = authority.issue(Purpose.SERVER, List.of("localhost"), folder);
    IssuedFiles machine = authority.issue(Purpose.CLIENT, List.of("edge-1"), folder);
    Path other = folder.resolve("home-b");
    copy(home.resolve("keys"), other.resolve("keys"));
    copy(home.resolve("tls"), other.resolve("tls"));
    b = Installation.start(other, false, node());
    Path config =
        Files.writeString(
            folder.resolve("edge.properties"),
            """
            certificate=%s
            key=%s
            backends=localhost:%s, localhost:%s
            node.certificate=%s
            node.key=%s
            node.authority=%s
            node.revocations=%s
            """
                .formatted(
                    shown.certificate(),
                    shown.key(),
                    edgePort(a),
                    edgePort(b),
                    machine.certificate(),
                    machine.key(),
                    home.resolve("tls/ca.pem"),
                    home.resolve("tls/crl.pem")));
    first = EdgeMachine.start(config);
    second = EdgeMachine.start(config);
    await().atMost(Patience.LONG).until(() -> first.takes() >= 2 && second.takes() >= 2);
  }

  private static Installation.Settings node() {
    Map<String, String> environment = new HashMap<>(database.settings("crm").environment());
    environment.put("REMPART_EDGE_LISTEN", "127.0.0.1:0");
    return new Installation.Settings(environment, List.of());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static String edgePort(Installation node) throws IOException {
    Properties info = new Properties();
    try (var in = Files.newBufferedReader(node.home().resolve("run/info.properties"))) {
      info.load(in);
    }
    return info.getProperty("edge_port");
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable each : new AutoCloseable[] {first, second, a, b, database}) {
      if (each != null) {
        each.close();
      }
    }
  }

  /** In TLS 1.3 alone: TLS 1.2 gets none. */
  @Test
  @Order(1)
  void aTicketOfOneEdgeIsTakenAtTheOther() throws Exception {
    Path session = folder.resolve("session");
    assertThat(openssl(first, "-tls1_3", "-sess_out", session)).contains("\nNew, ");
    assertThat(openssl(second, "-tls1_3", "-sess_in", session)).contains("\nReused, ");
    Path older = folder.resolve("older");
    assertThat(openssl(first, "-tls1_2", "-sess_out", older)).contains("\nNew, ");
    assertThat(older).doesNotExist();
  }

  private static String openssl(EdgeMachine edge, String protocol, String option, Path session)
      throws Exception {
    Path output = Files.createTempFile(folder, "openssl", ".txt");
    Path request =
        Files.writeString(
            folder.resolve("request"),
            "HEAD /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    Process process =
        new ProcessBuilder(
                "openssl",
                "s_client",
                "-connect",
                "localhost:" + edge.port(),
                protocol,
                "-ign_eof",
                option,
                session.toString())
            .redirectInput(request.toFile())
            .redirectOutput(output.toFile())
            .redirectError(output.toFile())
            .start();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(output);
    assertThat(said).contains("HTTP/1.1 200");
    return said;
  }

  @Test
  @Order(2)
  void figuresMoveByPushWithWhatTheOtherEdgeReports() throws Exception {
    try (Person person = Person.at(first.url(), Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.open("/traffic");
      person.picture("two-nodes-traffic");
      Locator handshakes =
          person
              .page()
              .locator(".traffic-tile")
              .filter(new Locator.FilterOptions().setHasText(person.t("edge.tile.handshakes")));
      int before = number(handshakes);
      for (int i = 0; i < 3; i++) {
        openssl(second, "-tls1_3", "-sess_out", folder.resolve("unused"));
      }
      await().atMost(PATIENCE).until(() -> number(handshakes) >= before + 3);
      assertThat(person.complaints()).isEmpty();
    }
  }

  private static int number(Locator tile) {
    return Integer.parseInt(tile.locator("dd").innerText().replaceAll("\\D", ""));
  }

  @Test
  @Order(3)
  void aBanMadeOnANodeRefusesAtBothEdges() throws Exception {
    InetAddress stranger = InetAddress.getByName("127.0.0.77");
    assertThat(isServed(first, stranger)).isTrue();
    assertThat(isServed(second, stranger)).isTrue();
    try (Connection owner = a.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          INSERT INTO edge_ban (id, network, place, step, cause, reason, begun_at, until_at)
          VALUES (gen_random_uuid(), '127.0.0.77/32', 'ZZ', 'BANNED', 'by-hand', 'for the test',
            now(), now() + interval '1 hour')
          """);
    }
    await().atMost(PATIENCE).until(() -> !isServed(first, stranger) && !isServed(second, stranger));
    assertThat(isServed(first, InetAddress.getLoopbackAddress())).isTrue();
  }

  /** Whether anything at all comes back to this address: the first bytes of a handshake. */
  private static boolean isServed(EdgeMachine edge, InetAddress from) throws Exception {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), edge.port()));
      try (Socket tls =
          Trusting.context(a.home())
              .getSocketFactory()
              .createSocket(socket, "localhost", edge.port(), true)) {
        tls.getOutputStream()
            .write(
                "GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        InputStream in = tls.getInputStream();
        return new String(in.readNBytes(12), StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
      }
    } catch (SSLException | java.net.SocketException refused) {
      return false;
    }
  }

  @Test
  @Order(4)
  void administratorOfOneNodeLetsInWhoWaitsAtTheOther() throws Exception {
    Colleague joins =
        new Colleague("Noor Nodewijk", "noor@rempart.test", "twee-knopen-in-een-touw");
    try (Person administrator = Person.at(a.url(), Way.DESKTOP_ENGLISH);
        Person invited = Person.at(b.url(), Way.DESKTOP_ENGLISH)) {
      administrator.signIn();
      String link = joins.invitedBy(administrator, "account.role.member");
      joins.join(invited, b.url() + link.substring(a.url().length()));

      invited.open("/profile");
      assertThat(invited.field("account.name")).hasValue(joins.name());
      assertThat(isSignedIn(invited, b)).isTrue();
      assertThat(isSignedIn(invited, a)).isFalse();
      assertThat(isSignedIn(administrator, b)).isFalse();
      assertThat(invited.complaints()).isEmpty();
    }
  }

  @Test
  @Order(5)
  void whoseNodeIsKilledSignsInAtTheOtherAndSeesNoError() throws Exception {
    try (Person person = Person.at(first.url(), Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.open("/contacts");
      Installation lost = isSignedIn(person, a) ? a : b;
      Installation left = lost == a ? b : a;
      assertThat(isSignedIn(person, lost)).isTrue();
      assertThat(isSignedIn(person, left)).isFalse();
      lost.kill();

      // the page that is open says so at the next thing it asks; a new one leads to the sign-in
      person.search("somebody");
      assertThat(person.page().getByText(person.t("shell.expired.title")).first()).isVisible();
      person.picture("two-nodes-expired");
      Response answer = person.page().navigate("/companies");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(person.page()).hasURL(SIGN_IN);
      person.picture("two-nodes-after-kill");
      person.signIn();
      person.open("/companies");
      assertThat(person.heading()).isVisible();
      assertThat(isSignedIn(person, left)).isTrue();
    }
  }

  /** One node was killed, the other hangs: nobody waits for the idle time to hear of it. */
  @Test
  @Order(6)
  void whoComesWhileTheLastNodeHangsIsToldToTryAgain() throws Exception {
    a.freeze();
    b.freeze();
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(Trusting.context(a.home())).build()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(first.url() + "/login")).build(),
              BodyHandlers.ofString());

      assertThat(answer.statusCode()).isIn(503, 504);
      assertThat(answer.body()).contains("Please try again");
    } finally {
      a.thaw();
      b.thaw();
    }
  }

  /**
   * Whether a node knows this person's session; asked at its own door, in another browser's name.
   */
  private static boolean isSignedIn(Person person, Installation node) throws Exception {
    String cookies =
        person.page().context().cookies().stream()
            .map(cookie -> cookie.name + "=" + cookie.value)
            .collect(Collectors.joining("; "));
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(Trusting.context(a.home())).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(node.url() + "/contacts"))
              .header("Cookie", cookies)
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }
  }
}
