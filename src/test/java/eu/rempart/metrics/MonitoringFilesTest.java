package eu.rempart.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files for Grafana and Prometheus that come along. */
class MonitoringFilesTest {

  private static final Path DASHBOARD = Path.of("../docker/grafana/rempart.json");

  @Test
  void theDashboardIsOneThatGrafanaReads() throws Exception {
    JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
    assertThat(dashboard.get("title").asString()).isEqualTo("Rempart");
    Set<Integer> ids = new TreeSet<>();
    for (JsonNode panel : dashboard.get("panels")) {
      assertThat(ids.add(panel.get("id").asInt())).isTrue();
      assertThat(panel.get("title").asString()).isNotBlank();
      JsonNode place = panel.get("gridPos");
      assertThat(place.get("x").asInt() + place.get("w").asInt()).isLessThanOrEqualTo(24);
    }
    assertThat(ids).hasSizeGreaterThan(25);
  }

  @Test
  void theExamplesOfPrometheusAreYaml() throws Exception {
    Map<String, Object> rules =
        new Yaml().load(Files.readString(Path.of("../docker/prometheus/rempart-rules.yml")));
    assertThat(rules).containsOnlyKeys("groups");
    Map<String, Object> example =
        new Yaml().load(Files.readString(Path.of("../docker/prometheus/prometheus.yml")));
    assertThat(example.get("rule_files")).isEqualTo(List.of("rempart-rules.yml"));
    assertThat(example.toString()).contains("credentials_file").doesNotContain("rpm_");
  }
}
