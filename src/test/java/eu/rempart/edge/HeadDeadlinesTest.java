package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Heads of requests on a connection that goes on: each is whole in due time. */
class HeadDeadlinesTest {

  private final Server server = new Server();

  private LocalConnector connector(Duration time) throws Exception {
    var connector = new LocalConnector(server, new HeadDeadlines(new HttpConfiguration(), time));
    connector.setIdleTimeout(TimeUnit.HOURS.toMillis(1));
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
    return connector;
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void secondHeadThatNeverEndsClosesTheConnection() throws Exception {
    var connector = connector(Duration.ofMillis(200));
    try (var client = connector.connect()) {
      client.addInput("GET /one HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(HttpTester.parseResponse(client.getResponse()).getStatus()).isEqualTo(200);
      client.addInput(
          ByteBuffer.wrap(
              "GET /two HTTP/1.1\r\nHost: a\r\nX: "
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
      client.waitUntilClosedOrIdleFor(1, TimeUnit.HOURS);
      assertThat(client.isOpen()).isFalse();
    }
  }

  /** What comes after a head, and between two, has no such deadline. */
  @Test
  void headInPiecesAndItsBodyAreServed() throws Exception {
    var connector = connector(Duration.ofHours(1));
    try (var client = connector.connect()) {
      client.addInput("POST / HTTP/1.1\r\nHo");
      client.addInput("st: a\r\nContent-Length: 4\r\n\r\nab");
      client.addInput("cd");
      assertThat(HttpTester.parseResponse(client.getResponse()).getContent()).isEqualTo("abcd");
      client.addInput("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(HttpTester.parseResponse(client.getResponse()).getStatus()).isEqualTo(200);
    }
  }
}
