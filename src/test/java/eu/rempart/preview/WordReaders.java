package eu.rempart.preview;

import java.time.Duration;

/** Those that fail, for tests of what is done then. */
public final class WordReaders {

  private WordReaders() {}

  /** Ends its process before it can answer. */
  public static WordReader hasty() {
    return new WordReader(new PreviewProcess(1, Duration.ofMillis(1)), "");
  }

  /** Of an application that was started from this class path. */
  public static WordReader startedFrom(String classPath) {
    return new WordReader(new PreviewProcess(1), classPath);
  }
}
