package eu.rempart.db.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import eu.rempart.db.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which server is tried first. */
class LeaderFirstTest {

  private static final String URL =
      "jdbc:postgresql://10.0.0.1:5432,[fd00::2]:5432/rempart?targetServerType=primary";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

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
  void whatAsksTheFormerOneEnds() throws Exception {
    String here = "127.0.0.1:" + database.jdbcUrl().replaceFirst("^jdbc:[^:]+://[^:]+:", "");
    String alsoHere = here.replace("127.0.0.1", "localhost");
    String port = here.substring(0, here.indexOf('/'));
    LeaderFirst servers =
        LeaderFirst.of(
                "jdbc:postgresql://%s,%s".formatted(port, alsoHere), "rempart_app", "", Map.of())
            .orElseThrow();
    try (Connection former = servers.getConnection();
        Statement asked = former.createStatement()) {
      // as a server that lives no more, whose network says nothing
      FutureTask<Throwable> waiting =
          new FutureTask<>(() -> catchThrowable(() -> asked.execute("SELECT pg_sleep(600)")));
      Thread.ofVirtual().start(waiting);
      servers.first(alsoHere.substring(0, alsoHere.indexOf('/')));
      assertThat(waiting.get()).as("the question ends").isInstanceOf(SQLException.class);
      assertThat(former.isClosed()).isTrue();
      try (Connection now = servers.getConnection()) {
        assertThat(now.isValid(60)).isTrue();
      }
    }
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
