package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What Patroni 4.0 says of its cluster. */
class ClusterMembersTest {

  private static ClusterMembers read(String json) {
    return ClusterMembers.of(JsonMapper.shared().readTree(json));
  }

  @Test
  void synchronousCopyStreams() {
    ClusterMembers view =
        read(
            """
            {"members": [
              {"name": "site-a", "role": "leader", "state": "running",
               "api_url": "https://10.0.0.2:8008/patroni", "host": "10.0.0.2", "port": 5432,
               "timeline": 3},
              {"name": "site-b", "role": "sync_standby", "state": "streaming",
               "api_url": "https://10.0.0.3:8008/patroni", "host": "10.0.0.3", "port": 5432,
               "timeline": 3, "lag": 0}],
             "scope": "rempart"}
            """);
    assertThat(view.member("site-b"))
        .contains(new ClusterMembers.Member("sync_standby", "streaming", 3L, 0L))
        .get()
        .matches(ClusterMembers.Member::isSynchronous);
    assertThat(view.member("site-a")).get().matches(member -> !member.isSynchronous());
    assertThat(view.member("site-c")).isEmpty();
  }

  @Test
  void copyThatCatchesUpIsNotSynchronous() {
    ClusterMembers view =
        read(
            """
            {"members": [
              {"name": "b", "role": "replica", "state": "streaming", "timeline": 3, "lag": 77},
              {"name": "c", "role": "sync_standby", "state": "stopped", "lag": "unknown"}]}
            """);
    assertThat(view.member("b").orElseThrow().isSynchronous()).isFalse();
    assertThat(view.member("b").orElseThrow().lagBytes()).isEqualTo(77);
    assertThat(view.member("c").orElseThrow().isSynchronous()).isFalse();
    assertThat(view.member("c").orElseThrow().lagBytes()).isNull();
  }
}
