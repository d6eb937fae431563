package eu.rempart.watch.measure;

import com.sun.management.OperatingSystemMXBean;
import eu.rempart.watch.check.Level;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What the machine tells of itself. */
public final class MachineMeters {

  private static final Path MEMORY = Path.of("/proc/meminfo");

  private MachineMeters() {}

  /**
   * Processors, memory, and the disk of a folder.
   *
   * @param home the folder
   */
  public static List<LevelMeter> of(Path home) {
    return List.of(
        new Reading(Level.CPU, MachineMeters::processors),
        new Reading(Level.MEMORY, MachineMeters::memory),
        new Reading(Level.DISK, () -> disk(home)));
  }

  /** Reads something. */
  interface Reader {
    long read() throws IOException;
  }

  private record Reading(Level level, Reader reader) implements LevelMeter {

    @Override
    public long read() throws IOException {
      return reader.read();
    }
  }

  private static long processors() throws IOException {
    double load = system().getCpuLoad();
    if (load < 0) {
      throw new IOException("the load is not known yet");
    }
    return Math.round(load * 100);
  }

  /** Memory that caches hold is free for whoever needs it, which only Linux tells. */
  private static long memory() throws IOException {
    if (!Files.isReadable(MEMORY)) {
      return used(system().getTotalMemorySize(), system().getFreeMemorySize());
    }
    List<String> lines = Files.readAllLines(MEMORY);
    return used(kibibytes(lines, "MemTotal:"), kibibytes(lines, "MemAvailable:"));
  }

  private static long kibibytes(List<String> lines, String name) throws IOException {
    Supplier<IOException> missing = () -> new IOException("no " + name + " in " + MEMORY);
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("[^0-9]", ""))
        .filter(digits -> !digits.isEmpty())
        .map(Long::parseLong)
        .findFirst()
        .orElseThrow(missing);
  }

  private static long disk(Path home) throws IOException {
    FileStore store = Files.getFileStore(home);
    return used(store.getTotalSpace(), store.getUsableSpace());
  }

  private static long used(long total, long free) {
    return total <= 0 ? 0 : Math.round(100.0 * (total - free) / total);
  }

  private static OperatingSystemMXBean system() {
    return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  }
}
