package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What {@code ./rempart site} set is a setting of the application. */
class SiteSettingsTest {

  @TempDir private Path home;
  private final StandardEnvironment environment = new StandardEnvironment();

  private void read() {
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "Config resource 'class path resource [application.properties]'",
                Map.of(
                    "rempart.home",
                    home.toString(),
                    "rempart.database.url",
                    "",
                    "rempart.x",
                    "default")));
    new SiteSettings().postProcessEnvironment(environment, new SpringApplication());
  }

  @Test
  void fileOutranksDefaultsAndCommandLineOutranksIt() throws Exception {
    write();
    Files.writeString(home.resolve("site/cluster.json"), "{}");
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("commandLineArgs", Map.of("rempart.y", "typed")));
    read();
    assertThat(environment.getProperty("rempart.database.url"))
        .isEqualTo("jdbc:postgresql://a:5432,b:5432/rempart");
    assertThat(environment.getProperty("rempart.x")).isEqualTo("default");
    assertThat(environment.getProperty("rempart.y")).isEqualTo("typed");
  }

  /** The cluster's file is written last. */
  @Test
  void commandThatWasBrokenOffChangesNothing() throws Exception {
    write();
    read();
    assertThat(environment.getProperty("rempart.database.url")).isEmpty();
  }

  private void write() throws Exception {
    Files.createDirectory(home.resolve("site"));
    Files.writeString(
        home.resolve("site/rempart.properties"),
        "rempart.database.url=jdbc:postgresql://a:5432,b:5432/rempart\nrempart.y=file\n");
  }

  @Test
  void oneMachineHasNone() {
    read();
    assertThat(environment.getProperty("rempart.database.url")).isEmpty();
  }
}
