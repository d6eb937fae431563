package eu.rempart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code ./rempart test} lets tests write, and that it gives the memory back. */
class ScratchTest {

  private static final String PLENTY =
      "kb_free_in() { echo 99999999; }\nkb_of_memory() { echo 99999999; }\n";

  @TempDir private Path memory = Path.of("");

  @Test
  void whereThereIsPlentyItIsAFolderForTheOwnerAlone() throws IOException {
    Outcome outcome = script(PLENTY + "scratch_in_memory");

    Path folder = Path.of(outcome.output().strip());
    assertThat(folder.getParent()).isEqualTo(memory);
    assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
  }

  @Test
  void whereThereIsLittleItIsNone() throws IOException {
    Outcome little = script(PLENTY + "kb_of_memory() { echo 8000000; }\nscratch_in_memory");
    Outcome full = script(PLENTY + "kb_free_in() { echo 65536; }\nscratch_in_memory");
    Outcome unknown = script(PLENTY + "scratch_memory=/nowhere\nscratch_in_memory");

    assertThat(Stream.of(little, full, unknown)).allMatch(none -> none.exitCode() == 1);
    assertThat(left()).isEmpty();
  }

  @Test
  void whatTheRunLeftGoesWithItAndItsExitCodeStays() throws IOException {
    Outcome outcome =
        script(
            PLENTY
                + """
                scratch=$(scratch_in_memory)
                run_to_the_end sh -c "echo left >$scratch/file; exit 7"
                """);

    assertThat(outcome.exitCode()).isEqualTo(7);
    assertThat(left()).isEmpty();
  }

  @Test
  void aSignalEndsTheRunBeforeTheFolderGoes() throws IOException {
    Outcome outcome =
        script(
            PLENTY
                + """
                scratch=$(scratch_in_memory)
                (sleep 1; kill -TERM $$) &
                run_to_the_end sh -c "trap 'sleep 1; echo ended; exit 9' TERM; while :; do sleep 0.1; done"
                """);

    assertThat(outcome.output()).isEqualTo("ended\n");
    assertThat(outcome.exitCode()).isEqualTo(9);
    assertThat(left()).isEmpty();
  }

  @Test
  void theFolderOfARunThatWasKilledGoesWithTheNextAndOthersStay() throws IOException {
    Files.createDirectories(memory.resolve("rempart-test.999999999.abc/more"));
    Path own =
        Files.createDirectory(
            memory.resolve("rempart-test." + ProcessHandle.current().pid() + ".abc"));
    Path other = Files.createDirectory(memory.resolve("else"));

    assertThat(script("forget_old_scratch").exitCode()).isZero();

    assertThat(left()).containsExactlyInAnyOrder(own, other);
  }

  private Outcome script(String lines) {
    return new Shell().script("scratch_memory=" + memory + "\n" + lines);
  }

  private Stream<Path> left() throws IOException {
    try (Stream<Path> all = Files.list(memory)) {
      return all.toList().stream();
    }
  }
}
