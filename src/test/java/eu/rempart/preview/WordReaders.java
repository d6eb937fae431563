package eu.rempart.preview;

import java.nio.file.Path;
import java.time.Duration;

/** Those that fail, for tests of what is done then. */
public final class WordReaders {

  private WordReaders() {}

  /** Ends its process before it can answer. */
  public static WordReader hasty() {
    return new WordReader(new PreviewProcess(1, Duration.ofMillis(1)), PreviewClassPath.OWN);
  }

  /** Finds no program to start. */
  public static WordReader helpless(Path nowhere) {
    return new WordReader(
        new PreviewProcess(1, Duration.ofSeconds(20), nowhere), PreviewClassPath.OWN);
  }

  /** Of an application that was started from this class path. */
  public static WordReader startedFrom(String classPath) {
    return new WordReader(new PreviewProcess(1), new PreviewClassPath(classPath));
  }
}
