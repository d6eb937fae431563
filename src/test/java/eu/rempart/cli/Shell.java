package eu.rempart.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands from the top of the repository, with nothing on their standard input. */
public final class Shell {

  private static final long MAXIMUM_SECONDS = 400;

  private final Map<String, String> environment = new HashMap<>();
  private Path folder = repository();

  /** The outcome of a command: its exit code, standard output and standard error. */
  public record Outcome(int exitCode, String output, String complaints) {}

  /** The top folder of the repository; Maven runs the tests in the folder {@code src} below it. */
  public static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("rempart")) ? here : here.resolve("..").normalize();
  }

  /** Sets a variable of the environment of the commands to come. */
  public Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs the commands to come in this folder. */
  public Shell in(Path where) {
    folder = where;
    return this;
  }

  /** Prepares a command without starting it. */
  public ProcessBuilder prepare(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(environment);
    return builder;
  }

  /** Runs a command to its end, two minutes at most. */
  public Outcome run(String... command) {
    try {
      Path output = Files.createTempFile("shell", ".out");
      Path complaints = Files.createTempFile("shell", ".err");
      try {
        Process process =
            prepare(List.of(command))
                .redirectOutput(output.toFile())
                .redirectError(complaints.toFile())
                .start();
        if (!process.waitFor(MAXIMUM_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException(
              List.of(command) + " ran for more than " + MAXIMUM_SECONDS + " s");
        }
        return new Outcome(
            process.exitValue(), Files.readString(output), Files.readString(complaints));
      } finally {
        Files.delete(output);
        Files.delete(complaints);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + List.of(command) + " ran", e);
    }
  }

  /** Runs lines of bash to which the parts in {@code src/cli} are known. */
  public Outcome script(String lines) {
    String parts =
        """
        set -euo pipefail
        root=%s
        for part in say tools account build info swap doctor backup upgrade tests; do . "$root/src/cli/$part.sh"; done
        """
            .formatted(repository());
    return run("bash", "-c", parts + lines);
  }
}
