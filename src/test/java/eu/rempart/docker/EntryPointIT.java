package eu.rempart.docker;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell;
import eu.rempart.cli.Shell.Outcome;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Trusting;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image's layout with the application as it was just packaged: the training run, a start from
 * its cache, an answer, the stop signal.
 */
@Timeout(300)
class EntryPointIT {

  private static final String ENTRY_POINT =
      Shell.repository().resolve("docker/entrypoint.sh").toString();

  @TempDir private Path folder = Path.of("");

  @Test
  void theImageTrainsStartsAnswersAndStops() throws Exception {
    Shell shell =
        new Shell()
            .with("JAVA_HOME", System.getProperty("java.home"))
            .with("REMPART_APP", Installation.application().toString())
            .with("REMPART_HOME", folder.resolve("home").toString())
            .with("REMPART_PORT", "0")
            .with("REMPART_CACHE", folder.resolve("rempart.aot").toString())
            .with("REMPART_JAVA_ARGS", Shell.repository().resolve("src/cli/java.args").toString())
            .with("REMPART_SECRETS", folder.resolve("secrets").toString());

    Outcome training = shell.run(ENTRY_POINT, "train");
    assertThat(training.exitCode()).as(training.output() + training.complaints()).isZero();
    assertThat(folder.resolve("rempart.aot")).isNotEmptyFile();

    Outcome sites = shell.run(ENTRY_POINT, "site", "status");
    assertThat(sites.exitCode()).isEqualTo(1);
    assertThat(sites.complaints()).contains(folder.resolve("home") + " belongs to no cluster");

    // With this option Java ends, instead of starting slowly, when it cannot use the cache.
    shell.with("REMPART_JAVA_OPTS", "-XX:AOTMode=on");
    Process process = shell.prepare(List.of(ENTRY_POINT)).redirectErrorStream(true).start();
    List<String> output = new ArrayList<>();
    String ready = "Rempart is ready at ";
    int answer = 0;
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.add(line);
        if (line.startsWith(ready)) {
          answer = ask(line.substring(ready.length()));
          process.toHandle().destroy(); // unlike Process.destroy it leaves the output open
        }
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(answer).as(output.toString()).isEqualTo(200);
    int terminated = 128 + 15;
    assertThat(process.exitValue()).as(output.toString()).isEqualTo(terminated);
  }

  /**
   * What the image's health check asks, and that the installation's own authority vouches for it.
   */
  private int ask(String url) throws Exception {
    SSLContext tls = Trusting.context(folder.resolve("home"));
    try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/health/ready")).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
