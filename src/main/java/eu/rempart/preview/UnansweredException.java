package eu.rempart.preview;

import java.io.IOException;

/**
 * The process that looked into a file ended without an answer, or was ended because it took too
 * long: the file may be the reason, or the machine, which may have had other things to do.
 */
final class UnansweredException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean late;

  UnansweredException(boolean late) {
    super(late ? "no answer in time" : "the process ended without an answer");
    this.late = late;
  }

  /** Whether it had all the time that a file may take. */
  boolean isLate() {
    return late;
  }
}
