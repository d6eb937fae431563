package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.TlsProfile;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Backends that take connections and serve none, that are slow, and that are away. */
class SilentBackendTest extends WithEdge {
  private static final EdgeTimes TIMES = EdgeTimes.usual().withAnswer(SHORT);

  @ParameterizedTest
  @EnumSource(Version.class)
  void silentBackendIsGivenUpAndClientIsTold(Version version) throws Exception {
    try (TestEdge edge = edge(SilentBackendTest::saysNothing)) {
      HttpResponse<String> answer = ask(edge, version);

      assertThat(answer.statusCode()).isEqualTo(504);
      assertThat(answer.version()).isEqualTo(version);
      assertThat(answer.body()).contains("try again", "Réessayez");
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
      assertThat(edge.heard.refusals).as("the client is not to blame").isEmpty();
    }
  }

  @Test
  void connectionWithSilentBackendEndsInOrder() throws Exception {
    try (TestEdge edge = edge(SilentBackendTest::saysNothing);
        SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3")) {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 504 ")
          .endsWith("opnieuw.\n");
    }
  }

  /** It is asked twice whether it lives before it answers what it was asked first. */
  @Test
  void slowRequestOfLivingBackendIsNotCut() throws Exception {
    CountDownLatch questions = new CountDownLatch(2);
    TestBackend.Talk slow =
        (client, first) -> {
          if (isPreface(client, first)) {
            questions.countDown();
            client.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0}));
            saysNothing(client, first);
          } else {
            await(questions);
            client.write(ByteBuffer.wrap("slow".getBytes(StandardCharsets.US_ASCII)));
          }
        };
    try (TestEdge edge = edge(slow);
        SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3")) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      assertThat(socket.getInputStream().readAllBytes()).asString().isEqualTo("slow");
    }
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void clientOfBackendThatIsAwayIsTold(Version version) throws Exception {
    try (TestEdge edge = edge(TestBackend::echo)) {
      edge.backend.close();

      assertThat(ask(edge, version).statusCode()).isEqualTo(503);
    }
  }

  /** It is about to end, and still serves what it has. */
  @Test
  void backendThatTakesNoMoreConnectionsIsNotSilent() throws Exception {
    InetSocketAddress closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try {
      Way way = Backend.tcp(closed).way(closed, 1);
      var _ =
          loops
              .next()
              .submit(
                  () ->
                      FirstAnswer.Question.ask(
                          way, loops.next(), new byte[0], () -> told.add("lives")));

      assertThat(Heard.next(told)).isEqualTo("lives");
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }

  private TestEdge edge(TestBackend.Talk talk) throws Exception {
    return new TestEdge(home, TlsProfile.STANDARD, talk, it -> it.withTimes(TIMES));
  }

  private static HttpResponse<String> ask(TestEdge edge, Version version) throws Exception {
    try (HttpClient http =
        HttpClient.newBuilder().version(version).sslContext(edge.client.context()).build()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("https://localhost:" + edge.port() + "/")).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static boolean isPreface(SocketChannel client, ByteBuffer first) throws IOException {
    while (first.position() == 0 && first.limit() == 0) {
      first.clear();
      client.read(first);
      first.flip();
    }
    return first.get(0) == 'P';
  }

  private static void saysNothing(SocketChannel client, ByteBuffer bytes) throws IOException {
    while (client.read(bytes.clear()) >= 0) {
      // as a server does that hangs, but for the end
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
