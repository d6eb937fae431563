package eu.rempart.db.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Which server is tried first. */
class LeaderFirstTest {

  private static final String URL =
      "jdbc:postgresql://10.0.0.1:5432,[fd00::2]:5432/rempart?targetServerType=primary";

  @Test
  void leaderIsTriedFirst() {
    LeaderFirst servers = LeaderFirst.of(URL, "app", "secret", Map.of()).orElseThrow();
    assertThat(servers.url()).isEqualTo(URL);

    servers.first("[fd00::2]:5432");
    assertThat(servers.url())
        .isEqualTo(
            "jdbc:postgresql://[fd00::2]:5432,10.0.0.1:5432/rempart?targetServerType=primary");
    servers.first("10.0.0.1:5432");
    assertThat(servers.url()).isEqualTo(URL);
    servers.first("10.0.0.9:5432");
    assertThat(servers.url()).as("not one of them").isEqualTo(URL);
  }

  @Test
  void oneServerIsLeftToThePool() {
    assertThat(LeaderFirst.of("jdbc:postgresql://localhost:5432/rempart", "app", "x", Map.of()))
        .isEmpty();
    assertThat(LeaderFirst.of("jdbc:postgresql:rempart", "app", "x", Map.of())).isEmpty();
    assertThat(LeaderFirst.of("jdbc:postgresql:///rempart?a=b,c", "app", "x", Map.of())).isEmpty();
  }

  @Test
  void tryIsGivenUpWhenAnotherLeads() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket silent = new ServerSocket(0, 1, loopback);
        ServerSocket leader = new ServerSocket(0, 1, loopback)) {
      String url =
          "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/rempart"
              .formatted(silent.getLocalPort(), leader.getLocalPort());
      LeaderFirst servers = LeaderFirst.of(url, "app", "secret", Map.of()).orElseThrow();
      FutureTask<Throwable> waiting =
          new FutureTask<>(() -> catchThrowable(() -> servers.getConnection().close()));
      Thread thread = Thread.ofVirtual().start(waiting);
      leader.setSoTimeout(60_000);
      try (Socket _ = silent.accept()) { // which answers nothing, ever
        servers.first("127.0.0.1:" + leader.getLocalPort());
        try (Socket asked = leader.accept()) {
          assertThat(asked.isConnected()).as("the one that leads now is asked").isTrue();
        }
      }
      thread.interrupt();
      assertThat(waiting.get()).as("nobody led").isInstanceOf(SQLException.class);
    }
  }
}
