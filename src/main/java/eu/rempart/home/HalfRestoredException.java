package eu.rempart.home;

import java.nio.file.Path;

/** A restore into the home folder was broken off: what is there is of no use. */
public final class HalfRestoredException extends RuntimeException {

  private final Path home;

  HalfRestoredException(Path home) {
    super("a restore into the home folder %s was broken off".formatted(home));
    this.home = home;
  }

  public Path home() {
    return home;
  }

  /** What to do about it. */
  public String advice() {
    return "Call the same ./rempart restore again: it removes what is left and begins anew.";
  }
}
