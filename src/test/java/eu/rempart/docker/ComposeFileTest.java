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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeFileTest {

  private static final Path FOLDER = Shell.repository().resolve("docker");

  private Map<String, Object> file = Map.of();
  private Map<String, Object> application = Map.of();
  private Map<String, Object> database = Map.of();

  @BeforeEach
  void read() throws IOException {
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve("compose.yaml"))) {
      file = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    }
    application = map(map(file, "services"), "rempart");
    database = map(map(file, "services"), "database");
  }

  @Test
  void theDatabaseIsPostgresql17AndStaysOnItsOwnNetwork() {
    assertThat(database.get("image")).isEqualTo("postgres:17");
    assertThat(database).doesNotContainKey("ports");
    assertThat(database.get("networks")).isEqualTo(List.of("data"));
    assertThat(map(map(file, "networks"), "data").get("internal")).isEqualTo(true);
  }

  @Test
  void databaseIsMadeAsTheEmbeddedOne() {
    assertThat(map(database, "environment").get("POSTGRES_INITDB_ARGS"))
        .isEqualTo(
            "--auth=scram-sha-256 --data-checksums --encoding=UTF8"
                + " --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C");
  }

  @Test
  void nobodyRunsAsRootOrGainsRights() {
    assertThat(application.get("user")).isEqualTo("10001:10001");
    assertThat(database.get("user")).isEqualTo("postgres");
    for (Map<String, Object> service : List.of(application, database)) {
      assertThat(service.get("cap_drop")).isEqualTo(List.of("ALL"));
      assertThat(service).doesNotContainKeys("cap_add", "privileged", "network_mode", "pid");
      assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
      assertThat(service.get("read_only")).isEqualTo(true);
    }
  }

  @Test
  void dataOutliveTheContainers() {
    assertThat(application.get("volumes")).isEqualTo(List.of("home:/var/lib/rempart"));
    assertThat(database.get("volumes")).isEqualTo(List.of("database:/var/lib/postgresql/data"));
    assertThat(map(file, "volumes")).containsOnlyKeys("home", "database");
  }

  @Test
  void thePasswordComesFromAFileAndStandsNowhere() {
    Map<String, Object> ofDatabase = map(database, "environment");
    assertThat(ofDatabase.get("POSTGRES_PASSWORD_FILE"))
        .isEqualTo("/run/secrets/database-password");
    assertThat(ofDatabase).doesNotContainKey("POSTGRES_PASSWORD");
    assertThat(map(application, "environment")).doesNotContainKey("REMPART_DATABASE_PASSWORD");
    assertThat(application.get("secrets"))
        .isEqualTo(
            List.of(Map.of("source", "database-password", "target", "rempart.database.password")));
    assertThat(map(map(file, "secrets"), "database-password"))
        .containsOnlyKeys("file")
        .containsEntry("file", "./secrets/database-password");
  }

  @Test
  void bothSidesMeanTheSameDatabase() {
    Map<String, Object> ofApplication = map(application, "environment");
    Map<String, Object> ofDatabase = map(database, "environment");
    assertThat(ofApplication.get("REMPART_DATABASE_URL"))
        .isEqualTo("jdbc:postgresql://database:5432/" + ofDatabase.get("POSTGRES_DB"));
    assertThat(ofApplication.get("REMPART_DATABASE_USER"))
        .isEqualTo(ofDatabase.get("POSTGRES_USER"));
    assertThat(map(map(application, "depends_on"), "database").get("condition"))
        .isEqualTo("service_healthy");
  }

  @Test
  void keysInMemoryReachNeitherSwapNorACoreFile() {
    assertThat(application.get("memswap_limit")).isEqualTo(application.get("mem_limit"));
    assertThat(map(application, "ulimits").get("core")).isEqualTo(0);
  }

  @Test
  void theImageRunsAsTheAccountOfTheComposeFileAndIsWatched() throws IOException {
    String image = Files.readString(FOLDER.resolve("Dockerfile"));

    assertThat(image)
        .contains("--uid 10001")
        .contains("\nUSER rempart\n")
        .contains("\nHEALTHCHECK ")
        .contains("ENTRYPOINT [\"/opt/rempart/entrypoint.sh\"]");
    assertThat(image.indexOf("USER rempart")).isLessThan(image.indexOf("ENTRYPOINT"));
  }

  @SuppressWarnings("unchecked") // YAML maps have text keys here
  private static Map<String, Object> map(Map<String, Object> parent, String key) {
    return (Map<String, Object>) Objects.requireNonNull(parent.get(key), key);
  }
}
