package eu.rempart.ops.backup.engine;

import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an image has of a server.
 *
 * @param roots absolute; the home folder is always among what is in it
 * @param without patterns as restic takes them, beside those that no image has
 */
public record ImageScope(List<Path> roots, List<String> without) {

  /**
   * What a start makes anew, what belongs to a running system alone, and what programs keep only to
   * be faster.
   */
  private static final List<String> NEVER =
      List.of(
          "/proc/*",
          "/sys/*",
          "/dev/*",
          "/run/*",
          "/tmp/*",
          "/var/tmp/*",
          "/var/cache/*",
          "/mnt/*",
          "/media/*",
          "lost+found",
          ".cache",
          "node_modules",
          ".m2/repository",
          ".npm");

  /**
   * Of the home folder: what belongs to one start, etcd's vote among it, and what is for paper or
   * for another machine.
   */
  private static final List<String> OF_THIS_START =
      List.of(
          "recovery-kit.txt",
          "keys/witness",
          "lock",
          "run",
          "spool",
          "site/run",
          "site/etcd",
          "site/join");

  public ImageScope {
    roots = List.copyOf(roots);
    without = List.copyOf(without);
  }

  List<Path> folders(HomeFolder home) {
    if (roots.stream().anyMatch(home.path()::startsWith)) {
      return roots;
    }
    List<Path> folders = new ArrayList<>(roots);
    folders.add(home.path());
    return folders;
  }

  /**
   * The kit that opens what members wrote is for paper: it goes to no destination. The witness says
   * what this server saw last, which a restored one may not have.
   */
  List<String> excluded(HomeFolder home, List<Destination> destinations) {
    List<String> patterns = new ArrayList<>();
    NEVER.stream()
        .filter(each -> !home.path().startsWith(Path.of(each.replace("/*", "")).toAbsolutePath()))
        .forEach(patterns::add);
    patterns.addAll(without);
    swaps().forEach(each -> patterns.add(asIs(each)));
    for (String each : OF_THIS_START) {
      patterns.add(asIs(home.resolve(each).toString()));
    }
    destinations.stream()
        .filter(each -> each.address().isHere())
        .forEach(each -> patterns.add(asIs(each.address().folder())));
    return patterns;
  }

  /** Files that memory is written to: what members typed may be there in clear. */
  private static List<String> swaps() {
    Path list = Path.of("/proc/swaps");
    try {
      return !Files.isReadable(list)
          ? List.of()
          : Files.readAllLines(list).stream()
              .filter(line -> line.startsWith("/"))
              .map(line -> line.split("\\s+", 2)[0].replace("\\040", " "))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name in which nothing stands for something else, as restic's patterns have it. */
  static String asIs(String name) {
    return name.replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
  }
}
