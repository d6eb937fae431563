package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.tls.TestClient;
import eu.rempart.tls.TlsProfile;
import eu.rempart.tls.gate.Verdict;
import eu.rempart.tls.hello.Hellos;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who keeps the edge waiting is cut, each for its own reason. */
class SlowVisitsTest extends WithEdge {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100})
  void aHelloThatTakesTooLongIsReset(int sent) throws Exception {
    EdgeTimes times = EdgeTimes.usual().withHello(SHORT);
    try (TestEdge edge = edge(it -> it.withTimes(times));
        RawClient client = new RawClient(edge.port())) {
      client.send(Arrays.copyOf(Hellos.ofTheJdk(), sent));
      client.assertReset();

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.HELLO_TOO_SLOW);
    }
  }

  @Test
  void aHandshakeThatTakesTooLongIsReset() throws Exception {
    EdgeTimes times = EdgeTimes.usual().withHandshake(Duration.ofMillis(500));
    try (TestEdge edge = edge(it -> it.withTimes(times));
        RawClient client = new RawClient(edge.port())) {
      client.send(Hellos.ofTheJdk()); // and never its Finished

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.HANDSHAKE_TOO_SLOW);
    }
  }

  @Test
  void aRequestHeadThatIsDrippedIsReset() throws Exception {
    EdgeTimes times = EdgeTimes.usual().withFirstRequest(SHORT);
    try (TestEdge edge =
            new TestEdge(
                home, TlsProfile.STANDARD, SlowVisitsTest::readOn, it -> it.withTimes(times));
        SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3")) {
      socket.getOutputStream().write('G');

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.REQUEST_TOO_SLOW);
      assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(IOException.class);
    }
  }

  /** A preface is answered by the settings of the server, and asks for nothing itself. */
  @Test
  void prefaceOfHttp2DoesNotEndTheDeadline() throws Exception {
    EdgeTimes times = EdgeTimes.usual().withFirstRequest(SHORT);
    try (TestEdge edge =
            new TestEdge(
                home, TlsProfile.STANDARD, SlowVisitsTest::answerOnce, it -> it.withTimes(times));
        SSLSocket socket = http2(edge)) {
      socket.getOutputStream().write(PREFACE);
      socket.getInputStream().read(); // the backend answered
      socket.getOutputStream().write(new byte[] {0, 0, 5, 1}); // headers begin, and never end

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.REQUEST_TOO_SLOW);
    }
  }

  @Test
  void http2ThatAsksForNothingIsClosedWithoutBlame() throws Exception {
    EdgeTimes times = EdgeTimes.usual().withUnused(SHORT);
    try (TestEdge edge =
            new TestEdge(
                home, TlsProfile.STANDARD, SlowVisitsTest::answerOnce, it -> it.withTimes(times));
        SSLSocket socket = http2(edge)) {
      socket.getOutputStream().write(PREFACE);

      assertThat(socket.getInputStream().readAllBytes()).hasSize(1);
      assertThat(edge.heard.refusals).isEmpty();
    }
  }

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private static SSLSocket http2(TestEdge edge) throws IOException {
    SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3");
    var parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static void answerOnce(SocketChannel client, ByteBuffer bytes) throws IOException {
    client.write(ByteBuffer.wrap(new byte[] {'s'}));
    readOn(client, bytes);
  }

  @Test
  void aConnectionOpenedInAdvanceAndNotUsedIsClosedWithoutBlame() throws Exception {
    EdgeTimes times = EdgeTimes.usual().withUnused(SHORT);
    try (TestEdge edge = edge(it -> it.withTimes(times));
        SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3")) {
      socket.startHandshake();

      assertThat(socket.getInputStream().read()).isEqualTo(-1);
      assertThat(edge.heard.refusals).isEmpty();
    }
  }

  @Test
  void aConnectionOnWhichNothingMovesIsReset() throws Exception {
    EdgeTimes times = EdgeTimes.usual().withIdle(Duration.ofMillis(500));
    try (TestEdge edge = edge(it -> it.withTimes(times));
        SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3")) {
      TestClient.exchange(socket);

      assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(IOException.class);
      Heard.next(edge.heard.closed);
    }
  }

  /** As a server does that waits for the rest of a request. */
  private static void readOn(SocketChannel client, ByteBuffer bytes) throws IOException {
    while (client.read(bytes.clear()) >= 0) {}
  }
}
