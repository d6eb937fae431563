package eu.rempart.db.embedded;

import eu.rempart.db.DatabaseUnusableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server that outlived its application, which was killed. Its committed rows are safe;
 * it must end before the next one starts on the same data.
 */
public final class LeftOver {

  /** In seconds. */
  private static final int LAST_CHECKPOINT = 120;

  private LeftOver() {}

  /** Ends the server of this data folder, if one runs, and removes a stale lock file. */
  public static void stop(Path data) {
    server(data).ifPresent(LeftOver::end);
    Path pidFile = pidFile(data);
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException("%s can't be removed".formatted(pidFile), e);
    }
  }

  /** Waits for the server of this data folder, which was told to end; two minutes at most. */
  static void await(Path data) {
    server(data)
        .filter(process -> !ended(process, LAST_CHECKPOINT))
        .ifPresent(
            process -> {
              throw new DatabaseUnusableException(
                  "PostgreSQL (process %d) is still ending".formatted(process.pid()));
            });
  }

  private static Path pidFile(Path data) {
    return data.resolve("postmaster.pid");
  }

  private static Optional<ProcessHandle> server(Path data) {
    try {
      List<String> lines = Files.readAllLines(pidFile(data));
      return lines.isEmpty() ? Optional.empty() : postgres(lines.getFirst().strip(), data);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("%s can't be read".formatted(pidFile(data)), e);
    }
  }

  /** The process, if it lives and is a PostgreSQL of this data folder: process ids are reused. */
  private static Optional<ProcessHandle> postgres(String pid, Path data) {
    if (!pid.matches("[0-9]{1,10}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(process -> commandLine(process).contains("postgres"))
        .filter(process -> commandLine(process).contains(data.toString()));
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
          .replace('\0', ' ');
    } catch (IOException e) {
      // not Linux, or gone meanwhile
      return process.info().commandLine().orElse("");
    }
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    if (!ended(process, 30)) {
      process.destroyForcibly();
      if (!ended(process, 30)) {
        throw new DatabaseUnusableException(
            "a former PostgreSQL (process %d) doesn't end".formatted(process.pid()));
      }
    }
  }

  private static boolean ended(ProcessHandle process, long seconds) {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new DatabaseUnusableException("waiting for a former PostgreSQL failed", e);
    }
  }
}
