package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.TestClient;
import eu.rempart.tls.TestTls;
import eu.rempart.tls.gate.Handshake;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of connections at once and after each other, without one error: full handshakes and
 * resumed ones, each with an exchange. Two thousand here; {@code -Dedge.soak=40000} is the bar for
 * a change of the engine or of Netty.
 */
class SoakTest {
  private static final int CONNECTIONS = Integer.getInteger("edge.soak", 2_000);
  private static final int AT_ONCE = 24;

  /** Every so many visits a client forgets its ticket. */
  private static final int VISITS = 4;

  @TempDir private Path home;

  @Test
  void notOneOfManyConnectionsFails() throws Exception {
    AtomicInteger left = new AtomicInteger(CONNECTIONS);
    try (TestEdge edge = new TestEdge(home, TestBackend::echo);
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
      Callable<Integer> person = () -> visit(edge, left);
      List<Callable<Integer>> all = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        all.add(person);
      }
      int done = 0;
      for (Future<Integer> each : people.invokeAll(all)) {
        done += each.get();
      }

      assertThat(done).isEqualTo(CONNECTIONS);
      for (int i = 0; i < CONNECTIONS; i++) {
        Heard.next(edge.heard.closed);
      }
      assertThat(edge.heard.refusals).isEmpty();
      assertThat(edge.heard.failures).isEmpty();
      assertThat(edge.gate.inside).hasValue(0);
      assertThat(edge.server.connections()).isZero();
      assertThat(edge.heard.handshakes).hasSize(CONNECTIONS);
      assertThat(edge.heard.handshakes.stream().filter(Handshake::resumed))
          .hasSizeGreaterThan(CONNECTIONS / 2);
    }
  }

  private int visit(TestEdge edge, AtomicInteger left) throws Exception {
    int done = 0;
    TestClient client = new TestClient(TestTls.authority(home));
    while (left.decrementAndGet() >= 0) {
      if (done % VISITS == 0) {
        client = new TestClient(TestTls.authority(home));
      }
      Socket plain = new Socket("localhost", edge.port());
      try (SSLSocket socket = client.openAs("crm.example", plain, "TLSv1.3")) {
        TestClient.exchange(socket);
      }
      done++;
    }
    return done;
  }
}
