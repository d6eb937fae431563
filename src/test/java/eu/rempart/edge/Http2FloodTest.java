package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Frames of HTTP/2 that cost whoever sends them nothing, and the server something (RFC 9113, 10.5):
 * the connection ends long before they add up, and few of their requests reach a page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Http2FloodTest {

  private static final int FRAMES = 60_000;
  private static final int FEW = 20;
  private static final int MOST_SERVED = 2_000;
  private static final int DATA = 0;
  private static final int PRIORITY = 2;
  private static final int PING = 6;
  private static final int WINDOW = 8;
  private static final byte[] NOTHING = {};
  private static final List<String> GET =
      List.of(":method=GET", ":scheme=https", ":authority=localhost", ":path=/x");
  private static final byte[] HEAD = Frames.fields(GET);
  private static final byte[] LAST =
      Frames.fields(List.of(":method=GET", ":scheme=https", ":authority=localhost", ":path=/last"));

  private final JettyLab lab;

  Http2FloodTest(@TempDir Path home) throws Exception {
    lab = new JettyLab(home);
  }

  @AfterAll
  void stop() throws Exception {
    lab.stop();
  }

  @BeforeEach
  void forget() {
    lab.requests.clear();
  }

  /** What is sent again and again. */
  interface Flood {
    void add(Frames frames, int stream);
  }

  private static Arguments flood(String name, boolean opened, Flood flood) {
    return Arguments.of(name, opened, flood);
  }

  private static Stream<Arguments> floods() {
    int whole = Frames.END_OF_STREAM | Frames.END_OF_HEADERS;
    byte[] cancel = ByteBuffer.allocate(4).putInt(8).array();
    return Stream.of(
        flood(
            "requests that are taken back",
            false,
            (frames, stream) ->
                frames
                    .add(Frames.HEADERS, whole, stream, HEAD)
                    .add(Frames.RESET, 0, stream, cancel)),
        flood(
            "requests that end in an error of the client's",
            false,
            (frames, stream) ->
                frames
                    .add(Frames.HEADERS, whole, stream, HEAD)
                    .add(WINDOW, 0, stream, new byte[4])),
        flood("settings", false, (frames, _) -> frames.add(Frames.SETTINGS, 0, 0, NOTHING)),
        flood("pings", false, (frames, _) -> frames.add(PING, 0, 0, new byte[8])),
        flood(
            "priorities", false, (frames, stream) -> frames.add(PRIORITY, 0, stream, new byte[5])),
        flood(
            "parts of a body without a byte", true, (frames, _) -> frames.add(DATA, 0, 1, NOTHING)),
        flood(
            "parts of a head without a byte",
            true,
            (frames, stream) -> {
              if (stream == 3) {
                frames.add(Frames.HEADERS, 0, 3, HEAD);
              }
              frames.add(Frames.CONTINUATION, 0, 3, NOTHING);
            }),
        flood("frames that nobody knows", false, (frames, _) -> frames.add(99, 0, 0, NOTHING)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("floods")
  void endsTheConnection(String name, boolean opened, Flood flood) throws Exception {
    Frames frames = new Frames();
    if (opened) {
      frames.add(Frames.HEADERS, Frames.END_OF_HEADERS, 1, HEAD);
    }
    for (int i = 0; i < FRAMES; i++) {
      flood.add(frames, 3 + 2 * i);
    }
    assertThat(isEnded(frames.bytes())).as(name).isTrue();
    assertThat(lab.requests.size()).isLessThan(MOST_SERVED);
  }

  /** They are frames, then, and no nonsense. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("floods")
  void aFewOfThemAreNoFlood(String name, boolean opened, Flood flood) throws Exception {
    if (opened) {
      return; // nothing may stand between the parts of a head, or of a body
    }
    Frames frames = new Frames();
    for (int i = 0; i < FEW; i++) {
      flood.add(frames, 3 + 2 * i);
    }
    frames.add(Frames.HEADERS, Frames.END_OF_STREAM | Frames.END_OF_HEADERS, 1_001, LAST);
    try (SSLSocket socket = connect()) {
      socket.getOutputStream().write(frames.bytes());
      await()
          .atMost(Patience.LONG)
          .untilAsserted(() -> assertThat(lab.requests).as(name).contains("GET /last"));
    }
  }

  private SSLSocket connect() throws IOException {
    SSLSocket socket = lab.connect();
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private boolean isEnded(byte[] bytes) throws Exception {
    try (SSLSocket socket = connect()) {
      CompletableFuture<Boolean> end = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> end.complete(reads(socket)));
      try {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
      } catch (IOException gone) {
        return true;
      }
      return end.get(3, TimeUnit.MINUTES);
    }
  }

  /** Whether the connection ended before nothing came for a while. */
  private static boolean reads(SSLSocket socket) {
    byte[] some = new byte[16_384];
    try {
      InputStream in = socket.getInputStream();
      while (in.read(some) >= 0) {
        // acknowledgements and answers
      }
      return true;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }
}
