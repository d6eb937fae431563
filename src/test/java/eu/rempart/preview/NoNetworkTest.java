package eu.rempart.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.rempart.cli.Shell;
import eu.rempart.cli.Shell.Outcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What looks into strangers' files goes nowhere. */
class NoNetworkTest {

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer peer;

  @BeforeEach
  void listen() throws Exception {
    peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    peer.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    peer.start();
  }

  @AfterEach
  void stop() {
    peer.stop(0);
  }

  private Outcome goesOut(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Outward.class.getName()));
    command.add(Integer.toString(peer.getAddress().getPort()));
    command.addAll(List.of(arguments));
    return new Shell().run(command.toArray(String[]::new));
  }

  @Test
  void noWayLeadsOut() {
    Outcome outcome = goesOut(NoNetwork.OPTIONS, "alone");

    assertThat(outcome.output().lines())
        .as(outcome.complaints())
        .containsExactly(
            "socket closed", "channel closed", "url closed", "client closed", "name closed");
    assertThat(asked).hasValue(0);
  }

  @Test
  void allWaysLeadOutOfAnyOtherProcess() {
    assertThat(goesOut(List.of()).output().lines())
        .containsExactly("socket open", "channel open", "url open", "client open", "name open");
    assertThat(asked).hasPositiveValue();
  }
}
