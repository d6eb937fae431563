package eu.rempart.watch.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.TestPlaces;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignOfLifeTest {

  /** Not a status: the head of an answer comes, and no more. */
  private static final int HANGS = 1;

  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger status = new AtomicInteger(204);
  private final AtomicBoolean well = new AtomicBoolean(true);
  private HttpServer outside;
  private SignOfLife sign;

  @BeforeEach
  void listen() throws IOException {
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext(
        "/",
        call -> {
          calls.incrementAndGet();
          call.getResponseHeaders().add("Location", "/again");
          if (status.get() == HANGS) {
            call.sendResponseHeaders(200, 10);
            call.getResponseBody().flush();
            return;
          }
          call.sendResponseHeaders(status.get(), -1);
          call.close();
        });
    outside.start();
    sign =
        new SignOfLife(
            URI.create("http://127.0.0.1:" + outside.getAddress().getPort() + "/ping/x"),
            null,
            TestPlaces.anywhere(),
            well::get,
            Duration.ofMillis(700));
  }

  @AfterEach
  void stop() {
    outside.stop(0);
  }

  @Test
  void itComesWhileAllIsWellAndStopsWhenItIsNot() {
    sign.send();
    sign.send();
    assertThat(calls).hasValue(2);
    well.set(false);
    sign.send();
    assertThat(calls).hasValue(2);
  }

  @Test
  void whateverIsAnsweredItComesAgain() {
    for (int answer : new int[] {500, 302, 404}) {
      status.set(answer);
      sign.send();
    }
    // nor are redirects followed
    assertThat(calls).hasValue(3);
    outside.stop(0);
    sign.send();
    assertThat(calls).hasValue(3);
  }

  @Test
  void anAnswerThatNeverEndsStopsItNot() {
    status.set(HANGS);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> sign.send());
    status.set(204);
    sign.send();
    assertThat(calls).hasValue(2);
  }

  @Test
  void whoTakesTheCallAndSaysNothingStopsItNot() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      SignOfLife mute =
          new SignOfLife(address, null, TestPlaces.anywhere(), () -> true, Duration.ofMillis(200));

      assertTimeoutPreemptively(Duration.ofSeconds(20), mute::send);
    }
  }

  @Test
  void itCallsTheAddressWholeWithItsQuery() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address =
          URI.create("http://localhost:%d/ping/x?from=a%%20b".formatted(listener.getLocalPort()));
      FutureTask<List<String>> heard = new FutureTask<>(() -> headOfOneCall(listener));
      Thread.ofVirtual().start(heard);

      new SignOfLife(address, null, TestPlaces.anywhere(), () -> true).send();

      assertThat(heard.get())
          .startsWith(
              "GET /ping/x?from=a%20b HTTP/1.1", "Host: localhost:" + listener.getLocalPort());
    }
  }

  private static List<String> headOfOneCall(ServerSocket listener) throws IOException {
    try (Socket call = listener.accept()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(call.getInputStream(), StandardCharsets.US_ASCII));
      List<String> head = new ArrayList<>();
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        head.add(line);
        line = in.readLine();
      }
      call.getOutputStream()
          .write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return head;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.org/x", "ftp://127.0.0.1/", "/x", "https:///x", "mailto:a@b"})
  void itGoesOverTlsOrNowhere(String address) {
    assertThatThrownBy(
            () -> new SignOfLife(URI.create(address), "FR", TestPlaces.anywhere(), () -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rempart.watch.sign-of-life");
  }

  @Test
  void itGoesNowhereThatNobodyDeclared() {
    Outgoing outgoing =
        TestPlaces.through(
            _ -> {
              throw new AssertionError("looked up");
            });
    URI address = URI.create("https://signs.example/x");

    new SignOfLife(address, null, outgoing, () -> true).send();
    new SignOfLife(address, "US", outgoing, () -> true).send();
  }
}
