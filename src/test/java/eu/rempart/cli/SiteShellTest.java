package eu.rempart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./rempart site} does beside the program that it hands over to. */
class SiteShellTest {

  private final Shell shell = new Shell();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"0, false", "1, true"})
  void joinFileIsDeletedOnceItWasUsed(int exit, boolean stays) throws IOException {
    Path file = Files.writeString(folder.resolve("b.join"), "sealed");

    Outcome outcome =
        script(
            """
            unit_options=(--program here)
            site_exec() { shift 2; echo "called $*, reads $(cat)"; exit %d; }
            site join '%s' --home '%s/home'
            """
                .formatted(exit, file, folder));

    assertThat(outcome.output()).isEqualTo("called join - --program here, reads sealed\n");
    assertThat(outcome.exitCode()).isEqualTo(exit);
    assertThat(Files.exists(file)).isEqualTo(stays);
  }

  @Test
  void programsOfNoClusterDoNotStart() throws IOException {
    Outcome outcome = script("witness start --home '%s'".formatted(folder));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("belongs to no cluster", "./rempart witness join");
  }

  @ParameterizedTest
  @CsvSource({"status, false", "switch, false", "init, true"})
  void questionOfRootMakesNoFolder(String verb, boolean asked) throws IOException {
    Outcome outcome =
        script(
            """
            is_root() { true; }
            prepare_site() { mkdir -p "$1"; }
            site_exec() { :; }
            site %s --home '%s/mistyped'
            """
                .formatted(verb, folder));

    assertThat(outcome.exitCode()).isEqualTo(asked ? 0 : 1);
    assertThat(outcome.complaints().contains("belongs to no cluster")).isNotEqualTo(asked);
    assertThat(Files.exists(folder.resolve("mistyped"))).isEqualTo(asked);
  }

  @Test
  void startSaysWhyProgramsDidNotStart() throws IOException {
    Files.createDirectories(folder.resolve("site"));
    Files.writeString(folder.resolve("site/cluster.json"), "{}");

    Outcome outcome =
        script(
            """
            site_exec_after() { mkdir -p "$1"; echo 'the certificate expired' >"$1/supervisor.log"; exit 1; }
            is_root() { false; }
            site start --home '%s'
            """
                .formatted(folder));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("They did not start", "the certificate expired");
  }

  /** The account that runs the programs writes that file. */
  @Test
  void stopSignalsNobodyElse() throws IOException {
    Files.createDirectories(folder.resolve("site/run"));
    Process other = new ProcessBuilder("sh", "-c", "sleep 600; : rempart").start();
    try {
      Files.writeString(folder.resolve("site/run/supervisor.pid"), other.pid() + "\n");

      Outcome outcome = script("site stop --home '%s'".formatted(folder));

      assertThat(outcome.complaints()).contains("No programs of");
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.descendants().forEach(ProcessHandle::destroy);
      other.destroy();
    }
  }

  @Test
  void stopWithoutProgramsIsDone() throws IOException {
    Outcome outcome = script("site stop --home '%s'".formatted(folder));

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.complaints()).contains("No programs of");
  }

  private Outcome script(String commands) {
    return shell.script(
        ". \"$root/src/cli/site.sh\"\nneed_value() { :; }\nprepare_site() { :; }\n" + commands);
  }
}
