package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests in HTTP/2 that are none (RFC 9113, 8.1.1), or that would become another one if they were
 * written down as HTTP/1.1: no page ever sees them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadHttp2Test {

  private static final List<String> GET =
      List.of(":method=GET", ":scheme=https", ":authority=localhost", ":path=/x");

  private final JettyLab lab;

  BadHttp2Test(@TempDir Path home) throws Exception {
    lab = new JettyLab(home);
  }

  @AfterAll
  void stop() throws Exception {
    lab.stop();
  }

  @BeforeEach
  void forget() {
    lab.requests.clear();
    lab.bodies.clear();
  }

  private static Stream<Arguments> shapes() {
    return Stream.of(
        with("a name in capitals", "X-Y=1"),
        with("a header of the connection", "connection=close"),
        with("a colon in a name", "x:y=1"),
        with("a space in a name", "x y=1"),
        with("a line end in a name", "x\r\ny=1"),
        with("a second path", ":path=/smuggled"),
        with("a second method", ":method=POST"),
        with("a pseudo-header of no meaning", ":x=1"),
        with("an encoding of HTTP/1.1", "transfer-encoding=chunked"),
        with("a wish of HTTP/1.1", "te=gzip"),
        with("a connection to keep", "keep-alive=1"),
        with("two lengths", "content-length=0", "content-length=10"),
        Arguments.of("no path", GET.subList(0, 3)),
        Arguments.of("no method", GET.subList(1, 4)),
        Arguments.of(
            "a pseudo-header at the end",
            List.of(":method=GET", ":scheme=https", "x-y=1", ":path=/x")));
  }

  private static Arguments with(String name, String... more) {
    List<String> fields = new ArrayList<>(GET);
    fields.addAll(List.of(more));
    return Arguments.of(name, fields);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void isNotServedAndSeenByNoPage(String name, List<String> fields) throws Exception {
    ask(request(fields));
    assertThat(lab.requests).isEmpty();
  }

  @Test
  void headersWithoutEndAreCutBeforeTheyFillTheMemory() throws Exception {
    Frames frames = new Frames();
    byte[] large = Frames.fields(List.of("x-y=" + "x".repeat(8_000)));
    frames.add(Frames.HEADERS, Frames.END_OF_STREAM, 1, Frames.fields(GET));
    for (int i = 0; i < 500; i++) {
      frames.add(Frames.CONTINUATION, 0, 1, large);
    }
    ask(frames.bytes());
    assertThat(lab.requests).isEmpty();
  }

  @Test
  void aBodyThatDoesNotComeIsNotReadAsAnEmptyOne() throws Exception {
    List<String> fields = new ArrayList<>(GET);
    fields.add("content-length=10");
    ask(request(fields));
    assertThat(lab.bodies).isEmpty();
  }

  @Test
  void aGoodRequestIsServed() throws Exception {
    ask(request(GET));
    assertThat(lab.requests).containsExactly("GET /x");
    assertThat(lab.bodies).containsExactly(0);
  }

  private static byte[] request(List<String> fields) {
    return new Frames()
        .add(Frames.HEADERS, Frames.END_OF_STREAM | Frames.END_OF_HEADERS, 1, Frames.fields(fields))
        .bytes();
  }

  /** Sends it, and waits for a page, an error, a reset stream or the end of the connection. */
  private void ask(byte[] bytes) throws IOException {
    try (SSLSocket socket = lab.connect()) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      socket.setSSLParameters(parameters);
      socket.getOutputStream().write(bytes);
      Frames.awaitAnswer(socket.getInputStream());
    } catch (SocketTimeoutException waiting) {
      throw waiting; // neither served nor refused
    } catch (IOException ended) {
      // refused with the whole connection, as well it may be
    }
  }
}
