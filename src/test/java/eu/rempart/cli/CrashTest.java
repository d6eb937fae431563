package eu.rempart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The virtual machine itself breaks down, while keys are in its memory. */
class CrashTest {

  @TempDir private Path folder;

  /** Waits until its input ends. */
  static final class Waiting {

    private Waiting() {}

    public static void main(String[] args) throws IOException {
      System.out.println("waits");
      if (System.in.read() >= 0) {
        throw new IllegalStateException("nobody says anything");
      }
    }
  }

  @Test
  void leavesNothingOfTheMemoryOnDisk() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Shell.repository().resolve("src/cli/java.args"));
    command.add("-cp");
    command.add(
        Path.of(CrashTest.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString());
    command.add(Waiting.class.getName());
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    try (BufferedReader said = process.inputReader()) {
      assertThat(said.readLine()).isEqualTo("waits");
      new ProcessBuilder("kill", "-SEGV", Long.toString(process.pid())).start().waitFor();
      assertThat(said.lines())
          .as("what remains is a line on it")
          .anyMatch(l -> l.contains("SIGSEGV"));
      assertThat(process.waitFor()).isNotZero();
    } finally {
      process.destroyForcibly();
    }

    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
