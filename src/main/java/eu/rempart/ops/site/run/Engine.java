package eu.rempart.ops.site.run;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program that runs for as long as its machine belongs to a cluster.
 *
 * @param name for people, and of its files
 * @param command the program and what it is told, in full
 * @param log what it says is appended there
 * @param pid the file with the number of its process, while it runs
 * @param patience so long it may take to end in order
 */
public record Engine(String name, List<String> command, Path log, Path pid, Duration patience) {

  /** It tells the other site whose the files are, who would be nobody in another namespace. */
  private static final String KEEPS_OWNERS = "pgbackrest";

  public Engine {
    command = List.copyOf(command);
  }

  /**
   * Starts it; one that outlived its supervisor goes on instead. As root, which only tests and
   * benchmarks are, it runs in a user namespace of its own.
   */
  ProcessHandle start() throws IOException {
    Optional<ProcessHandle> running = running();
    if (running.isPresent()) {
      return running.get();
    }
    Files.createDirectories(log.resolveSibling(""));
    Files.createDirectories(pid.resolveSibling(""));
    List<String> whole = new ArrayList<>();
    if (System.getProperty("user.name").equals("root") && !name.equals(KEEPS_OWNERS)) {
      whole.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
    }
    whole.addAll(command);
    ProcessHandle started =
        new ProcessBuilder(whole)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()))
            .start()
            .toHandle();
    try {
      Files.writeString(pid, started.pid() + "\n", StandardCharsets.US_ASCII);
    } catch (IOException e) {
      started.destroyForcibly(); // nobody would find it, and a second one would be started
      throw e;
    }
    return started;
  }

  /**
   * Its process, by the file; empty if none lives, or another program has that number now.
   *
   * @throws IOException if the file can't be read
   */
  public Optional<ProcessHandle> running() throws IOException {
    if (!Files.exists(pid)) {
      return Optional.empty();
    }
    String number = Files.readString(pid, StandardCharsets.US_ASCII).strip();
    if (!number.matches("[0-9]{1,10}")) {
      return Optional.empty();
    }
    // the last word of its command is the file that it alone is told by
    return ProcessHandle.of(Long.parseLong(number))
        .filter(process -> commandLine(process).contains(command.getLast()));
  }

  /**
   * What it said last that is serious, by its log.
   *
   * @return one line; empty where it said nothing
   * @throws IOException if the log can't be read
   */
  public Optional<String> lastWords() throws IOException {
    return LogEnd.said(log);
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    } catch (IOException gone) {
      return process.info().commandLine().orElse("");
    }
  }
}
