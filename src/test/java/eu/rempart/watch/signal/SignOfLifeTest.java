package eu.rempart.watch.signal;

import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.kernel.place.TestPlaces;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
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
    sign.close();
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

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.org/x", "ftp://127.0.0.1/", "/x", "https:///x", "mailto:a@b"})
  void itGoesOverTlsOrNowhere(String address) {
    assertThatThrownBy(() ->
                new SignOfLife(URI.create(address), "FR", TestPlaces.anywhere(), () -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rempart.watch.sign-of-life");
  }

  @Test
  void itGoesNowhereThatNobodyDeclared() {
    URI address = URI.create("https://signs.example/x");
    assertThatThrownBy(() -> new SignOfLife(address, null, TestPlaces.anywhere(), () -> true))
        .isInstanceOf(PlaceNotAllowedException.class)
        .hasMessageContaining("signs.example");
    assertThatThrownBy(() -> new SignOfLife(address, "US", TestPlaces.anywhere(), () -> true))
        .isInstanceOf(PlaceNotAllowedException.class)
        .hasMessageContaining("US");
  }
}
