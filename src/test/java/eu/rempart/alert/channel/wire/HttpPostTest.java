package eu.rempart.alert.channel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.TestPlaces;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a post can end, against a peer that makes it end so. */
class HttpPostTest {

  /** For what never comes. */
  private static final Duration LITTLE = Duration.ofSeconds(2);

  /** For what comes, be the machine ever so busy. */
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private static Path home;
  private static ServerTls tls;

  @BeforeAll
  static void makeAuthority() {
    tls = ServerTls.open(TlsSettings.in(home));
  }

  private static void post(String address, Wire wire) throws ChannelException {
    post(address, wire, LONG);
  }

  private static void post(String address, Wire wire, Duration patience) throws ChannelException {
    new HttpPost(wire, patience)
        .post(
            WebAddress.of(PlaceKind.PUSH, address, "DE"),
            "text/plain",
            Map.of("Authorization", "Bearer t0ken"),
            "été".getBytes(StandardCharsets.UTF_8));
  }

  private static ChannelException failure(LoopbackPeer peer) {
    return failure(peer, LONG);
  }

  private static ChannelException failure(LoopbackPeer peer, Duration patience) {
    String address = "http://127.0.0.1:" + peer.port() + "/in?a=b";
    return catchThrowableOfType(
        ChannelException.class,
        () -> post(address, new Wire(Optional.empty(), TestPlaces.anywhere()), patience));
  }

  /** Reads the request, and says this. */
  private static LoopbackPeer saying(String answer) {
    return LoopbackPeer.playing(
        socket -> {
          LoopbackPeer.request(socket);
          LoopbackPeer.write(socket, answer);
        });
  }

  @Test
  void postsWhatItIsTold() throws Exception {
    List<String> requests = new CopyOnWriteArrayList<>();
    try (var peer =
        LoopbackPeer.playing(
            socket -> {
              requests.add(LoopbackPeer.request(socket));
              LoopbackPeer.write(socket, "HTTP/1.1 103 Early\r\n\r\nHTTP/1.1 202 Ok\r\n\r\n");
            })) {
      post(
          "http://127.0.0.1:" + peer.port() + "/in?a=b",
          new Wire(Optional.empty(), TestPlaces.anywhere()));
      assertThat(requests).hasSize(1);
      assertThat(requests.getFirst())
          .startsWith("POST /in?a=b HTTP/1.1\r\nHost: 127.0.0.1:" + peer.port() + "\r\n")
          .contains("\r\nAuthorization: Bearer t0ken\r\n", "\r\nContent-Length: 5\r\n")
          .endsWith("\r\n\r\nété");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "301, REFUSED, false",
    "307, REFUSED, false",
    "400, REFUSED, false",
    "401, REFUSED, false",
    "429, REFUSED, true",
    "500, REFUSED, true",
    "503, REFUSED, true",
    "502, IN_DOUBT, false",
    "504, IN_DOUBT, false"
  })
  void whatIsNotTakenSaysWhy(int status, Reason reason, boolean retry) {
    try (var peer =
        saying("HTTP/1.1 " + status + " <b>secret</b>\r\nLocation: http://127.0.0.1/\r\n\r\n")) {
      ChannelException failure = failure(peer);
      assertThat(failure.reason()).isEqualTo(reason);
      assertThat(failure.retry()).isEqualTo(retry);
      assertThat(failure.number()).isEqualTo(status);
      assertThat(failure.getMessage()).doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_10\r\n\r\n",
        "HTTP/1.1 999 No\r\n\r\n",
        "HTTP/1.1 2000 No\r\n\r\n",
        "\r\n\r\n"
      })
  void anAnswerThatIsNoneIsGarbage(String answer) {
    try (var peer = saying(answer)) {
      ChannelException failure = failure(peer);
      assertThat(failure.reason()).isEqualTo(Reason.GARBAGE);
      assertThat(failure.retry()).as("it has the message").isFalse();
    }
  }

  @Test
  void anEndlessHeadIsGarbage() {
    try (var peer =
        LoopbackPeer.playing(
            socket -> {
              LoopbackPeer.request(socket);
              LoopbackPeer.write(socket, "HTTP/1.1 200 OK\r\n");
              while (!socket.isClosed()) {
                LoopbackPeer.write(socket, "X-More: and more\r\n".repeat(1_000));
              }
            })) {
      assertThat(failure(peer).reason()).isEqualTo(Reason.GARBAGE);
    }
  }

  @Test
  void anEndlessBodyIsNotRead() throws Exception {
    try (var peer =
        LoopbackPeer.playing(
            socket -> {
              LoopbackPeer.request(socket);
              LoopbackPeer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
              while (!socket.isClosed()) {
                LoopbackPeer.write(socket, "more ".repeat(1_000));
              }
            })) {
      post(
          "http://127.0.0.1:" + peer.port() + "/",
          new Wire(Optional.empty(), TestPlaces.anywhere()));
    }
  }

  @Test
  void anAnswerThatNeverComesLeavesADoubt() {
    try (var peer = LoopbackPeer.mute()) {
      assertThat(failure(peer, LITTLE).reason()).isEqualTo(Reason.IN_DOUBT);
    }
    try (var cutting = LoopbackPeer.playing(socket -> LoopbackPeer.request(socket))) {
      assertThat(failure(cutting).reason()).isEqualTo(Reason.IN_DOUBT);
    }
  }

  @Test
  void aByteNowAndThenHoldsNobody() {
    try (var peer =
        LoopbackPeer.playing(
            socket -> {
              LoopbackPeer.request(socket);
              for (int i = 0; i < 1_000; i++) {
                LoopbackPeer.write(socket, "H");
                try {
                  Thread.sleep(100);
                } catch (InterruptedException e) {
                  return;
                }
              }
            })) {
      assertThat(failure(peer, LITTLE).reason()).isEqualTo(Reason.IN_DOUBT);
    }
  }

  @Test
  void whereNobodyListensItMayWorkLater() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    ChannelException failure =
        catchThrowableOfType(
            ChannelException.class,
            () ->
                post(
                    "http://127.0.0.1:" + closed + "/",
                    new Wire(Optional.empty(), TestPlaces.anywhere())));
    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure.retry()).isTrue();
  }

  @Test
  void nothingIsPostedToAPlaceThatIsNotAllowed() {
    Wire wire =
        new Wire(
            Optional.empty(),
            TestPlaces.through(
                _ -> {
                  throw new AssertionError("looked up");
                }));
    for (String country : new String[] {"US", ""}) {
      WebAddress address = WebAddress.of(PlaceKind.PUSH, "https://gateway.example/", country);
      ChannelException failure =
          catchThrowableOfType(
              ChannelException.class, () -> new HttpPost(wire, LONG).connect(address));
      assertThat(failure.reason()).isEqualTo(Reason.PLACE);
      assertThat(failure.retry()).isFalse();
    }
  }

  @Test
  void aNameThatNeverEndsIsTooLateAndNothingWasSent() {
    Wire slow =
        new Wire(
            Optional.empty(),
            TestPlaces.through(
                host -> {
                  try {
                    Thread.sleep(5_000);
                  } catch (InterruptedException e) {
                    throw new UnknownHostException(host);
                  }
                  throw new UnknownHostException(host);
                }));
    ChannelException failure =
        catchThrowableOfType(
            ChannelException.class, () -> post("https://gateway.example/", slow, LITTLE));
    assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
    assertThat(failure.retry()).isTrue();
  }

  @Test
  void aStrangersCertificateGetsNothing() throws Exception {
    List<String> requests = new CopyOnWriteArrayList<>();
    LoopbackPeer.Script script =
        socket -> {
          requests.add(LoopbackPeer.request(socket));
          LoopbackPeer.write(socket, "HTTP/1.1 200 OK\r\n\r\n");
        };
    var secure = tls.sslContext().getServerSocketFactory();
    try (var peer = LoopbackPeer.playing(secure, script)) {
      String address = "https://localhost:" + peer.port() + "/";
      Wire patient = new Wire(tls.caCertificate(), TestPlaces.anywhere());
      new HttpPost(patient, Duration.ofSeconds(10))
          .post(WebAddress.of(PlaceKind.PUSH, address, "DE"), "text/plain", Map.of(), new byte[0]);
      assertThat(requests).hasSize(1);

      HttpPost untrusting =
          new HttpPost(new Wire(Optional.empty(), TestPlaces.anywhere()), Duration.ofSeconds(10));
      ChannelException failure =
          catchThrowableOfType(
              ChannelException.class,
              () ->
                  untrusting.post(
                      WebAddress.of(PlaceKind.PUSH, address, "DE"),
                      "text/plain",
                      Map.of(),
                      new byte[0]));
      assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(requests).hasSize(1);
    }
  }
}
