package eu.rempart.ops.backup;

import eu.rempart.ops.backup.engine.Proof;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run that somebody or the schedule asked for, and its result.
 *
 * @param whole all of the database, and not what changed alone
 * @param asked when
 * @param begun null while it waits
 * @param ended null until it has
 * @param part how much is done, from 0 to 1
 * @param made null unless something was made, or while it is not known
 * @param fault null unless it failed
 * @param proof of a drill; null unless it came so far
 */
public record BackupRun(
    long id,
    BackupCell cell,
    Act act,
    boolean whole,
    State state,
    Instant asked,
    @Nullable Instant begun,
    @Nullable Instant ended,
    double part,
    @Nullable Result made,
    @Nullable Fault fault,
    @Nullable Proof proof) {

  /** How far it is. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    /** The application ended before it did. */
    BROKEN_OFF,
    /** A check or drill that could not look, and says nothing of what lies there. */
    UNCHECKED;

    /** As tables and texts name it: {@code broken-off}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public boolean isOpen() {
      return this == WAITING || this == RUNNING;
    }

    /** Whether it came to an end that says something. */
    public boolean isJudged() {
      return this == DONE || this == FAILED;
    }
  }

  /**
   * What was made.
   *
   * @param label by which its technology knows it
   * @param size in bytes, of what was backed up
   * @param stored in bytes, of what it added at the destination
   * @param left how many files could not be read, and are not in it
   */
  public record Result(String label, long size, long stored, int left) {}

  /**
   * Why it failed.
   *
   * @param why names a sentence, such as {@code host-key}
   * @param said what a program said, in its own words; may be empty
   */
  public record Fault(String why, String said) {}

  /** Whether it did what it should: a drill that found faults did not. */
  public boolean isGood() {
    return state == State.DONE && (act != Act.DRILL || (proof != null && proof.isGood()));
  }
}
