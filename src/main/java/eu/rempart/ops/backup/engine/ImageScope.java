package eu.rempart.ops.backup.engine;

import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an image has of a server.
 *
 * @param roots absolute; the home folder is always among what is in it
 * @param without patterns as restic takes them, beside those that no image has
 */
public record ImageScope(List<Path> roots, List<String> without) {

  /** Folders that {@code backup add --image-path} chose, one a line. */
  private static final String CHOSEN = "backup/image-of";

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
   * Of the home folder: what belongs to one start, etcd's vote among it, what is for paper or for
   * another machine, and the copy before an upgrade, which is of use here alone.
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
          "site/join",
          "backup/before-upgrade");

  public ImageScope {
    roots = List.copyOf(roots);
    without = List.copyOf(without);
  }

  /**
   * Whether keys and certificates that were restored are those of a home folder.
   *
   * @param begun when the image was: what came or changed after that it can't have
   */
  static boolean holdsKeys(Path home, Path restored, Instant begun) throws IOException {
    for (String each : SealedFiles.FOLDERS) {
      if (Files.isDirectory(home.resolve(each))) {
        try (Stream<Path> all = Files.walk(home.resolve(each))) {
          for (Path file : all.filter(found -> belongs(home, found)).toList()) {
            Path other = restored.resolve(home.relativize(file));
            if (Files.getLastModifiedTime(file).toInstant().isBefore(begun)
                && !(Files.isRegularFile(other) && Files.mismatch(file, other) < 0)) {
              return false;
            }
          }
        }
      }
    }
    return true;
  }

  private static boolean belongs(Path home, Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && OF_THIS_START.stream().noneMatch(each -> file.startsWith(home.resolve(each)));
  }

  private List<Path> wanted(HomeFolder home) {
    List<Path> chosen = chosen(home.path());
    return chosen.isEmpty() ? roots : chosen;
  }

  /** What an operator chose, which goes before the setting; empty where nobody did. */
  private static List<Path> chosen(Path home) {
    Path file = home.resolve(CHOSEN);
    try {
      return !Files.exists(file)
          ? List.of()
          : Files.readAllLines(file).stream()
              .filter(line -> line.startsWith("/"))
              .map(Path::of)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * From now on images of this server are of these folders.
   *
   * @param folders absolute; none contains the end of a line
   */
  public static void choose(Path home, List<Path> folders) throws IOException {
    Path file = home.resolve(CHOSEN);
    Files.createDirectories(file.getParent());
    Path next = Files.createTempFile(file.getParent(), "image-of", ".new");
    Files.writeString(
        next, folders.stream().map(Path::toString).collect(Collectors.joining("\n", "", "\n")));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Where they lie: restic follows no symbolic link, and would have the link alone. */
  List<Path> folders(HomeFolder home) {
    List<Path> folders =
        new ArrayList<>(wanted(home).stream().map(ImageScope::real).distinct().toList());
    Path path = real(home.path());
    if (folders.stream().noneMatch(path::startsWith)) {
      folders.add(path);
    }
    return folders;
  }

  /**
   * The kit that opens what members wrote is for paper: it goes to no destination. The witness says
   * what this server saw last, which a restored one may not have.
   */
  List<String> excluded(HomeFolder home, List<Destination> destinations) {
    List<String> patterns = new ArrayList<>();
    Path path = real(home.path());
    List<Path> named = folders(home);
    NEVER.stream()
        .filter(each -> named.stream().noneMatch(folder -> isBelow(folder, each)))
        .filter(each -> !isBelow(path, each))
        .forEach(patterns::add);
    patterns.addAll(without);
    swaps().forEach(each -> patterns.add(asIs(each)));
    for (String each : OF_THIS_START) {
      patterns.add(asIs(path.resolve(each).toString()));
    }
    destinations.stream()
        .filter(each -> each.address().isHere())
        .flatMap(ImageScope::names)
        .forEach(each -> patterns.add(asIs(each)));
    return patterns;
  }

  /** Whether a folder that is to be in the image lies where nothing is wanted from otherwise. */
  private static boolean isBelow(Path folder, String pattern) {
    return folder.startsWith(Path.of(pattern.replace("/*", "")).toAbsolutePath());
  }

  /** As it was typed, and as restic comes to it, which follows no symbolic link. */
  private static Stream<String> names(Destination here) {
    Path folder = Path.of(here.address().folder());
    Path image = Path.of(here.folder(Technology.IMAGE));
    Path classic = Path.of(here.folder(Technology.CLASSIC));
    return Stream.of(folder, real(folder), real(image), real(classic))
        .map(Path::toString)
        .distinct();
  }

  /** Where a folder lies, behind all symbolic links. */
  static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException gone) {
      return folder; // a disk that was carried away
    }
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
