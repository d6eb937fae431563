package eu.rempart.db.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
}
