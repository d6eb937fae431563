package eu.rempart.ops.backup.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What processes read, as Linux counts it. */
final class ReadBytes {

  private static final String READ = "rchar: ";

  private ReadBytes() {}

  /** Their sum; empty where it is told of none. */
  static Optional<Long> of(Stream<ProcessHandle> processes) {
    return processes
        .map(each -> of(Path.of("/proc", Long.toString(each.pid()), "io")))
        .flatMap(Optional::stream)
        .reduce(Long::sum);
  }

  private static Optional<Long> of(Path counters) {
    try (Stream<String> lines = Files.lines(counters)) {
      return lines
          .filter(line -> line.startsWith(READ))
          .map(line -> Long.parseLong(line.substring(READ.length()).strip()))
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException ended) {
      return Optional.empty();
    }
  }
}
