package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Heads of requests on a connection that goes on: each is whole in due time. Over real sockets,
 * since Jetty's connector in memory loses pieces of a body that come quickly.
 */
class HeadDeadlinesTest {

  private final Server server = new Server();

  private Client connect(Duration time) throws Exception {
    var connector = new ServerConnector(server, new HeadDeadlines(new HttpConfiguration(), time));
    connector.setIdleTimeout(TimeUnit.HOURS.toMillis(1));
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            Content.Sink.write(response, true, Content.Source.asString(request), callback);
            return true;
          }
        });
    server.start();
    return new Client(connector.getLocalPort());
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void secondHeadThatNeverEndsClosesTheConnection() throws Exception {
    try (var client = connect(Duration.ofMillis(200))) {
      client.send("GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(client.answer().getStatus()).isEqualTo(200);
      client.send("GET /two HTTP/1.1\r\nHost: a\r\nX: ");
      assertThat(client.socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  /** What comes after a head, and between two, has no such deadline. */
  @Test
  void headInPiecesAndItsBodyAreServed() throws Exception {
    try (var client = connect(Duration.ofHours(1))) {
      client.send("POST / HTTP/1.1\r\nHo");
      client.send("st: a\r\nContent-Length: 4\r\n\r\nab");
      client.send("cd");
      assertThat(client.answer().getContent()).isEqualTo("abcd");
      client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(client.answer().getStatus()).isEqualTo(200);
    }
  }

  /** A client that says its requests piece by piece. */
  private static final class Client implements AutoCloseable {

    private final Socket socket;
    private final HttpTester.Input input;

    Client(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      input = HttpTester.from(socket.getInputStream());
    }

    void send(String piece) throws IOException {
      socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
    }

    HttpTester.Response answer() throws IOException {
      return HttpTester.parseResponse(input);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
