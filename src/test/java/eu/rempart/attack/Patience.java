package eu.rempart.attack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks again and again, up to a minute. */
final class Patience {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Patience() {}

  /** Something that may be so. */
  interface Question {
    boolean isSo() throws Exception;
  }

  /** Comes back when it is so, and fails if it never is. */
  static void until(String what, Question question) throws Exception {
    until(what, Duration.ZERO, question);
  }

  /**
   * The same, at a pace.
   *
   * @param pause between two questions
   */
  static void until(String what, Duration pause, Question question) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!question.isSo()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within a minute: " + what);
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }
}
