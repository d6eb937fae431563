package eu.rempart.journey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.cli.Shell;
import eu.rempart.journey.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code ./rempart run} from a checkout that nobody else may enter, as one below {@code /root}:
 * root starts it, another account runs it, and root's own commands go on working. Who is not root
 * runs it as before.
 */
class RunByRootIT {

  private static final Duration START = Duration.ofMinutes(4);

  private final boolean root = "root".equals(System.getProperty("user.name"));
  private final Path checkout = Homes.fresh("run-by-root");
  private final Path home = checkout.resolve("data");

  @BeforeEach
  void checkOut() throws IOException {
    Files.createDirectories(checkout);
    Files.setPosixFilePermissions(checkout, PosixFilePermissions.fromString("rwx------"));
    shell(
        """
        mkdir -p '%1$s/src/target' '%1$s/src/main'
        printf '%4$s' >'%1$s/src/main/digest' # the copy is made anew
        cp '%2$s/rempart' '%1$s/'
        cp -R '%2$s/src/cli' '%1$s/src/'
        digest=$(root='%1$s'; log_folder='%1$s'; . '%1$s/src/cli/build.sh'; sources_digest)
        cp -R '%3$s' "%1$s/src/target/app-$digest"
        printf '%%s\\n' "$digest" >'%1$s/src/target/app.stamp'
        """
            .formatted(
                checkout,
                Shell.repository(),
                System.getProperty("rempart.unpacked", "unset"),
                UUID.randomUUID()));
  }

  /** What root copied for the account lies outside of the scratch of tests. */
  @AfterEach
  void forgetTheCopy() {
    shell(
        "rm -rf \"/usr/local/lib/rempart/app/app-$(cat '%s/src/target/app.stamp')\""
            .formatted(checkout));
  }

  @Test
  void accountWithoutRightsRunsWhatRootStarts() throws Exception {
    Process run =
        new Shell()
            .with("REMPART_JAVA_OPTS", "-Xmx1g -XX:+UseSerialGC") // makes keys
            .with("REMPART_ADMIN_EMAIL", "ada@rempart.test")
            .with("REMPART_ADMIN_PASSWORD", "quatre-chevaux-jaunes-dansent")
            .prepare(List.of(checkout.resolve("rempart").toString(), "run", "--port", "0"))
            .redirectErrorStream(true)
            .redirectOutput(checkout.resolve("output").toFile())
            .start();
    try {
      await().atMost(START).until(() -> output().contains("Rempart is ready at "));

      assertThat(userOf(run.pid())).isEqualTo(expected());
      assertThat(userOf(postgres())).isEqualTo(expected());
      assertThat(Files.getOwner(home.resolve("keys")).getName()).isEqualTo(expected());
      assertThat(info("pid")).isEqualTo(Long.toString(run.pid()));
      assertThat(shell("'%s/rempart' ca renew".formatted(checkout))).contains("new key");
      Path issued = Files.createDirectory(checkout.resolve("issued"));
      String said =
          shell(
              "TMPDIR='%1$s' '%1$s/rempart' ca issue --client --name node-2 --out '%2$s'"
                  .formatted(checkout, issued));
      assertThat(issued).isDirectoryContaining("glob:**/node-2*key*");
      try (var files = Files.list(issued)) {
        assertThat(files)
            .hasSize(2)
            .allSatisfy(
                file -> {
                  assertThat(said).contains(file.toString());
                  assertThat(Files.getOwner(file).getName())
                      .isEqualTo(System.getProperty("user.name"));
                });
      }
    } finally {
      run.destroy();
      assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
    }
  }

  private String expected() {
    return root ? "rempart" : System.getProperty("user.name");
  }

  private String output() throws IOException {
    return Files.readString(checkout.resolve("output"));
  }

  private String info(String key) throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("run/info.properties"))) {
      properties.load(in);
    }
    return properties.getProperty(key);
  }

  private long postgres() throws IOException {
    return Long.parseLong(
        Files.readAllLines(home.resolve("postgres/postmaster.pid")).getFirst().strip());
  }

  private static String userOf(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().user()).orElse("nobody runs it");
  }

  private static String shell(String lines) {
    Shell.Outcome outcome = new Shell().run("bash", "-c", "set -e\n" + lines);
    assertThat(outcome.exitCode()).as(outcome.complaints()).isZero();
    return outcome.output();
  }
}
