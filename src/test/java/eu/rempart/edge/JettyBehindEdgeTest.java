package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.journey.Trusting;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.proxy.ProxyHeaderWriter;
import eu.rempart.tls.proxy.TlsFacts;
import eu.rempart.tls.serve.Backend;
import eu.rempart.tls.serve.EdgeServer;
import eu.rempart.tls.serve.EdgeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request is to Jetty that came through the edge, and one that did not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JettyBehindEdgeTest {

  private static final InetSocketAddress SOMEWHERE =
      new InetSocketAddress(InetAddress.ofLiteral("203.0.113.9"), 1234);

  private final Path home;
  private final Path socket;
  private final Server jetty = new Server();
  private final EdgeServer edge;
  private final int port;

  JettyBehindEdgeTest(@TempDir Path home) throws Exception {
    this.home = home;
    socket = home.resolve("edge.sock");
    new JettyBehindEdge(socket, new ErrorHandler()).customize(jetty);
    jetty.setHandler(new Tell());
    jetty.start();
    ServerTls tls = ServerTls.open(TlsSettings.in(home));
    OpenGate gate = new OpenGate();
    edge =
        new EdgeServer(
            EdgeSettings.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
            tls,
            Backend.unixSocket(socket),
            gate,
            gate);
    port = edge.open().getPort();
  }

  @BeforeAll
  void nothingButTheSocketListens() {
    assertThat(jetty.getConnectors()).hasSize(1);
    assertThat(Files.exists(socket)).isTrue();
  }

  @AfterAll
  void stop() throws Exception {
    edge.close();
    jetty.stop();
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpClient.Version.class,
      names = {"HTTP_1_1", "HTTP_2"})
  void aRequestComesFromTheClientAndIsSecure(HttpClient.Version version) throws Exception {
    try (HttpClient client = client(version)) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/x")).build(),
              BodyHandlers.ofString());

      assertThat(answer.version()).isEqualTo(version);
      assertThat(answer.body()).isEqualTo("/x of 127.0.0.1, https, secure");
    }
  }

  /** The edge alone says where a client is and what it asked for. */
  @Test
  void headersOfProxiesAreIgnored() throws Exception {
    try (HttpClient client = client(HttpClient.Version.HTTP_1_1)) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/x"))
                  .header("X-Forwarded-For", "8.8.8.8")
                  .header("X-Forwarded-Host", "evil.example")
                  .header("X-Forwarded-Proto", "http")
                  .header("Forwarded", "for=8.8.8.8;host=evil.example;proto=http")
                  .build(),
              BodyHandlers.ofString());

      assertThat(answer.body()).isEqualTo("/x of 127.0.0.1, https, secure");
    }
  }

  @Test
  void aRequestWithoutAHeaderOfTheEdgeIsRefused() throws Exception {
    assertThat(answer(new byte[0])).doesNotContain("secure").doesNotContain("200 OK");
  }

  @Test
  void aRequestWithAHeaderThatSpeaksOfNoTlsIsRefused() throws Exception {
    assertThat(answer(ProxyHeaderWriter.write(SOMEWHERE, SOMEWHERE, null)))
        .startsWith("HTTP/1.1 403 ")
        .doesNotContain("203.0.113.9");
    assertThat(answer(ProxyHeaderWriter.local())).startsWith("HTTP/1.1 403 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROXY TCP4 203.0.113.9 198.51.100.1 50123 443\r\n", "PROXY UNKNOWN\r\n"})
  void version1OfTheHeaderIsRefused(String header) throws Exception {
    assertThat(answer(header.getBytes(StandardCharsets.US_ASCII))).doesNotContain("200 OK");
  }

  /** By which an edge tells a slow request from a server that serves nobody. */
  @Test
  void prefaceOfTheEdgeItselfIsAnsweredAtOnce() throws Exception {
    try (SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      client.connect(UnixDomainSocketAddress.of(socket));
      TlsFacts tls = new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", "h2", null, null, null);
      client.write(ByteBuffer.wrap(ProxyHeaderWriter.write(SOMEWHERE, SOMEWHERE, tls)));
      client.write(ByteBuffer.wrap(new Frames().bytes()));
      InputStream in = Channels.newInputStream(client);

      assertThat(in.readNBytes(4)[3]).as("a frame of settings").isEqualTo((byte) Frames.SETTINGS);
    }
  }

  private String answer(byte[] before) throws IOException {
    try (SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      client.connect(UnixDomainSocketAddress.of(socket));
      client.write(ByteBuffer.wrap(before));
      String request = "GET /x HTTP/1.1\r\nHost: crm.example\r\nConnection: close\r\n\r\n";
      client.write(StandardCharsets.US_ASCII.encode(request));
      InputStream in = Channels.newInputStream(client);
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private HttpClient client(HttpClient.Version version) throws Exception {
    return HttpClient.newBuilder().sslContext(Trusting.context(home)).version(version).build();
  }

  /** Answers with what it knows of the request. */
  private static final class Tell extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Content.Sink.write(
          response,
          true,
          "%s of %s, %s, %s"
              .formatted(
                  Request.getPathInContext(request),
                  Request.getRemoteAddr(request),
                  request.getHttpURI().getScheme(),
                  request.isSecure() ? "secure" : "insecure"),
          callback);
      return true;
    }
  }
}
