package eu.rempart.journey;

import eu.rempart.cli.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The folders of installations. Each takes 150 MB and a build makes dozens, so those that are no
 * longer in use go with the class of tests that made them.
 */
public final class Homes implements AfterAllCallback {

  private static final Set<Path> MADE = ConcurrentHashMap.newKeySet();
  private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

  /** Called by JUnit. */
  public Homes() {}

  /** A home that is not there yet, in a folder of its own among the temporary files. */
  public static Path fresh(String name) {
    Path home = kept(name);
    MADE.add(home);
    return home;
  }

  /** One that stays until all temporary files go. */
  static Path kept(String name) {
    try {
      return Files.createTempDirectory("rempart-" + name + "-").resolve("home");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something runs there. */
  static void begun(Path home) {
    IN_USE.add(home);
  }

  /** What ran there has ended; tests still look at what it left. */
  static void ended(Path home) {
    IN_USE.remove(home);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (context.getEnclosingTestClasses().isEmpty()) {
      for (Path home : Set.copyOf(MADE)) {
        if (!IN_USE.contains(home)) {
          delete(home.resolveSibling(".").normalize());
          MADE.remove(home);
        }
      }
    }
  }

  /** With all that is in it. */
  public static void delete(Path folder) {
    new Shell().run("rm", "-rf", folder.toString());
  }
}
