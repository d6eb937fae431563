package eu.rempart.docker;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the compose files of two sites and a witness say; no engine runs them here. */
class SiteFilesTest {

  private static final Path FOLDER = Shell.repository().resolve("docker");

  @Test
  void nobodyRunsAsRootOrGainsRights() throws IOException {
    Map<String, Object> services = map(file("site-a.yaml"), "services");
    for (String name : List.of("rempart", "engines")) {
      Map<String, Object> service = map(services, name);
      assertThat(service.get("user")).isEqualTo("10001:10001");
      assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
      assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
      assertThat(service.get("read_only")).isEqualTo(true);
      assertThat(service).doesNotContainKeys("cap_add", "privileged", "pid", "ports");
      assertThat(map(service, "ulimits").get("core")).isEqualTo(0);
      // an image of that name from elsewhere would get the join file and its passphrase
      assertThat(service.get("pull_policy")).isEqualTo("build");
      assertThat(map(service, "build").get("dockerfile")).isEqualTo("docker/Dockerfile");
    }
  }

  /** Addresses in certificates are those of the machines, and both services share one home. */
  @Test
  void machinesAreKnownByTheirOwnAddresses() throws IOException {
    Map<String, Object> services = map(file("site-a.yaml"), "services");
    for (String name : List.of("rempart", "engines")) {
      Map<String, Object> service = map(services, name);
      assertThat(service.get("network_mode")).isEqualTo("host");
      assertThat(service.get("volumes")).isEqualTo(List.of("home:/var/lib/rempart"));
    }
  }

  /** A stop that is cut short costs a fail-over and a rewind. */
  @Test
  void enginesHaveTheTimeToHandTheirLeaseOn() throws IOException {
    Map<String, Object> engines = map(map(file("site-a.yaml"), "services"), "engines");
    assertThat(engines.get("command")).isEqualTo(List.of("site", "run"));
    assertThat(engines.get("init")).isEqualTo(true);
    assertThat(engines.get("stop_grace_period")).isEqualTo("130s");
  }

  @Test
  void otherMachinesSayOnlyWhatDiffers() throws IOException {
    Map<String, Object> other = map(file("site-b.yaml"), "services");
    assertThat(other)
        .isEqualTo(Map.of("rempart", extending("rempart"), "engines", extending("engines")));
    Map<String, Object> witness = map(map(file("witness.yaml"), "services"), "witness");
    assertThat(witness.get("extends")).isEqualTo(extending("engines").get("extends"));
    assertThat(witness.get("command")).isEqualTo(List.of("witness", "run"));
    for (String name : List.of("site-a.yaml", "site-b.yaml", "witness.yaml")) {
      assertThat(map(file(name), "volumes")).containsOnlyKeys("home");
    }
  }

  @Test
  void oneImageHasAllPrograms() throws IOException {
    String image = Files.readString(FOLDER.resolve("Dockerfile"));
    assertThat(image)
        .contains("ARG BASE=debian:trixie-slim\n")
        .contains("openjdk-25-jre-headless postgresql-17 patroni python3-etcd etcd-server")
        .contains(" pgbackrest restic openssh-client ");
    assertThat(image.lines().filter(line -> line.startsWith("FROM ")))
        .containsExactly("FROM ${BASE} AS build", "FROM ${BASE}");
  }

  private static Map<String, Object> extending(String service) {
    return Map.of("extends", Map.of("file", "site-a.yaml", "service", service));
  }

  private static Map<String, Object> file(String name) throws IOException {
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name))) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    }
  }

  @SuppressWarnings("unchecked") // YAML maps have text keys here
  private static Map<String, Object> map(Map<String, Object> parent, String key) {
    return (Map<String, Object>) Objects.requireNonNull(parent.get(key), key);
  }
}
