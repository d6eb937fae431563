package eu.rempart.ops.backup.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which folders an operator wants images of, chosen by {@code backup add --image-path}: one a line
 * in {@code HOME/backup/image-of}. They go before what the setting says.
 */
public final class ImagePaths {

  private static final String FILE = "backup/image-of";

  private ImagePaths() {}

  /** Empty where nobody chose. */
  static List<Path> in(Path home) {
    Path file = home.resolve(FILE);
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
   * @param folders absolute; none contains the end of a line
   */
  public static void choose(Path home, List<Path> folders) throws IOException {
    Path file = home.resolve(FILE);
    Files.createDirectories(file.getParent());
    Path next = Files.createTempFile(file.getParent(), "image-of", ".new");
    Files.writeString(
        next, folders.stream().map(Path::toString).collect(Collectors.joining("\n", "", "\n")));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
