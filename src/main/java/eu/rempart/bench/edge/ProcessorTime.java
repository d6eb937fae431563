package eu.rempart.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What processes took of the processors since their start, in seconds, as Linux counts it. */
public final class ProcessorTime {

  private static final double TICKS_A_SECOND = 100;

  /** Where it stands behind the command's name, as proc(5) counts. */
  private static final int USER_TIME = 11;

  private ProcessorTime() {}

  /** Without those that it started; 0 of one that is gone. */
  public static double of(long pid) {
    return sum(pid, 2);
  }

  /**
   * Of the embedded PostgreSQL of an installation, with its sessions, also those that have ended:
   * it is nobody's child.
   */
  public static double ofDatabase(Path home) throws IOException {
    long pid =
        Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid")).getFirst());
    // what its children took is counted with it once they have ended
    return sum(pid, 4)
        + ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::children)
            .mapToDouble(child -> of(child.pid()))
            .sum();
  }

  private static double sum(long pid, int fields) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = 0; i < fields; i++) {
        ticks += Long.parseLong(words[USER_TIME + i]);
      }
      return ticks / TICKS_A_SECOND;
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
