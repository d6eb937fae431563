package eu.rempart.docker;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell;
import eu.rempart.cli.Shell.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The image's entry point, run in a plain folder with a stand-in for the application. */
@Timeout(120)
class EntryPointTest {

  private static final String ENTRY_POINT =
      Shell.repository().resolve("docker/entrypoint.sh").toString();

  @TempDir private Path folder = Path.of("");

  private Shell shell = new Shell();

  @BeforeEach
  void layOutTheImage() throws IOException {
    writeStandInJar(Files.createDirectories(folder.resolve("app")).resolve("rempart.jar"));
    shell =
        new Shell()
            .with("JAVA_HOME", System.getProperty("java.home"))
            .with("REMPART_APP", folder.resolve("app").toString())
            .with("REMPART_HOME", folder.resolve("home").toString())
            .with("REMPART_CACHE", folder.resolve("rempart.aot").toString())
            .with("REMPART_JAVA_ARGS", Shell.repository().resolve("src/cli/java.args").toString())
            .with("REMPART_SECRETS", folder.resolve("secrets").toString());
  }

  @Test
  void theStopSignalReachesTheApplicationWithItsSettings() throws Exception {
    List<String> output = runUntilReadyThenStop(List.of("--one=more"));

    assertThat(output)
        .containsExactly(
            "--rempart.home=" + folder.resolve("home"),
            "--server.port=8443",
            "--spring.config.import=optional:configtree:" + folder.resolve("secrets") + "/",
            "--one=more",
            "ready",
            "stopped cleanly");
  }

  @Test
  void theCacheOfTheTrainingRunIsTheOneThatTheStartUses() throws Exception {
    Outcome training = shell.run(ENTRY_POINT, "train");

    assertThat(training.exitCode()).as(training.complaints()).isZero();
    assertThat(training.output()).contains("--server.port=0");
    assertThat(folder.resolve("rempart.aot")).isNotEmptyFile();

    // With this option Java ends, instead of starting slowly, when it cannot use the cache.
    shell.with("REMPART_JAVA_OPTS", "-XX:AOTMode=on");
    assertThat(runUntilReadyThenStop(List.of())).endsWith("ready", "stopped cleanly");
  }

  @Test
  void aHomeThatCannotBeWrittenIsRefusedWithASentence() {
    Outcome outcome = shell.with("REMPART_HOME", "/proc/rempart").run(ENTRY_POINT);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("/proc/rempart cannot be written");
  }

  private List<String> runUntilReadyThenStop(List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ENTRY_POINT));
    command.addAll(arguments);
    Process process = shell.prepare(command).redirectErrorStream(true).start();
    List<String> output = new ArrayList<>();
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.add(line);
        if (line.equals("ready")) {
          process.toHandle().destroy(); // unlike Process.destroy it leaves the output open
        }
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    int terminated = 128 + 15;
    assertThat(process.exitValue()).as(output.toString()).isEqualTo(terminated);
    return output;
  }

  private static void writeStandInJar(Path jar) throws IOException {
    Class<?> main = StandInApplication.class;
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
    String entry = main.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream code =
            Objects.requireNonNull(main.getClassLoader()).getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      Objects.requireNonNull(code).transferTo(out);
    }
  }
}
