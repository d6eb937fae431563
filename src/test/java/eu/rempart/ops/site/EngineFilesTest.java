package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Ports;
import eu.rempart.ops.site.Cluster.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What engines are told; that they work with it is tried by {@code SitesIT}. */
class EngineFilesTest {

  private static final Machine SITE =
      new Machine("site-a", Role.SITE, "FR", "10.0.0.1", Ports.USUAL, "");
  private final EngineFiles files =
      new EngineFiles(
          new Cluster("rempart-1", List.of(SITE)), SITE, SiteFolder.of(Path.of("/srv/rempart")));

  /** Whoever has the witness writes into etcd; what a site says itself outranks that. */
  @Test
  void etcdCanNameNoProgramThatASiteRuns() {
    JsonNode postgresql = patroni().path("postgresql");

    assertThat(postgresql.path("callbacks").isObject()).isTrue();
    assertThat(postgresql.path("callbacks")).isEmpty();
    assertThat(postgresql.path("recovery_conf").isObject()).isTrue();
    assertThat(postgresql.path("recovery_conf")).isEmpty();
    assertThat(postgresql.path("create_replica_methods"))
        .extracting(JsonNode::asString)
        .containsExactly("basebackup");
    for (String name : List.of("pre_promote", "before_stop")) {
      assertThat(postgresql.path(name).isString()).as(name).isTrue();
      assertThat(postgresql.path(name).asString()).as(name).isEmpty();
    }
    JsonNode parameters = postgresql.path("parameters");
    assertThat(parameters.path("archive_mode").asString()).isEqualTo("on");
    assertThat(parameters.path("archive_command").asString()).isEqualTo("archive %p");
    assertThat(parameters.path("logging_collector").asString()).as("its folder").isEqualTo("off");
    for (String name :
        List.of(
            "archive_library",
            "ssl_passphrase_command",
            "shared_preload_libraries",
            "session_preload_libraries",
            "local_preload_libraries")) {
      assertThat(parameters.path(name).isString()).as(name).isTrue();
      assertThat(parameters.path(name).asString()).as(name).isEmpty();
    }
  }

  @Test
  void machineInThePlaceOfALostOneFindsItsCluster() {
    assertThat(json(files.etcd(true)).path("initial-cluster-state").asString())
        .isEqualTo("existing");
    assertThat(json(files.etcd(false)).path("initial-cluster-state").asString()).isEqualTo("new");
  }

  private JsonNode patroni() {
    Path folder = Path.of("/srv/rempart");
    return json(
        files.patroni(
            new EngineFiles.Server(folder, folder, folder, "128MB", "archive %p"),
            new SiteSecrets("a", "b", "c", "d"),
            true));
  }

  private static JsonNode json(byte[] text) {
    return JsonMapper.shared().readTree(text);
  }
}
