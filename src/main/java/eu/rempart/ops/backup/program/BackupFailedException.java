package eu.rempart.ops.backup.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A backup, a look at one or a restore failed; what a program said is for people. */
public final class BackupFailedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Why why;
  private final int missing;

  /** What people can do something about. */
  public enum Why {
    /** Somebody wished it. */
    CANCELLED,
    /** It took longer than any backup should. */
    TOO_LONG,
    /** The destination shows another host key than when it was added. */
    HOST_KEY,
    /** The destination does not let us in. */
    NOT_LET_IN,
    /** The destination lets us in, and not write into the folder. */
    FOLDER,
    /** Nobody answers at the destination. */
    UNREACHABLE,
    /** The destination, or the disk here, is full. */
    FULL,
    /** The log that belongs to a backup did not reach the destination in time. */
    LOG_LATE,
    /** What lies there was written with another secret. */
    PASSPHRASE,
    /** What lies there is not what was written. */
    DAMAGED,
    /** The clock here, or there, is wrong. */
    CLOCK,
    /** Some files could not be read. */
    INCOMPLETE,
    /** The server that leads has not made the repository yet. */
    AWAITED,
    /** A program is not installed. */
    PROGRAM_MISSING,
    OTHER;

    /** Whether a check that failed so could not look, and so says nothing of what lies there. */
    public boolean isOutOfReach() {
      return switch (this) {
        case TOO_LONG,
            HOST_KEY,
            NOT_LET_IN,
            FOLDER,
            UNREACHABLE,
            FULL,
            LOG_LATE,
            AWAITED,
            PROGRAM_MISSING ->
            true;
        case CANCELLED, PASSPHRASE, DAMAGED, CLOCK, INCOMPLETE, OTHER -> false;
      };
    }

    /** As tables and texts name it: {@code host-key}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public BackupFailedException(ProgramRun.Ended ended) {
    super(ended.complaint());
    this.why = Complaints.of(ended.said());
    this.missing = 0;
  }

  public BackupFailedException(Why why, String said) {
    this(why, said, 0);
  }

  private BackupFailedException(Why why, String said, int missing) {
    super(said);
    this.why = why;
    this.missing = missing;
  }

  /**
   * Some files could not be read.
   *
   * @param missing how many
   * @param some of them
   */
  public static BackupFailedException incomplete(int missing, List<String> some) {
    List<String> named = new ArrayList<>(some);
    if (missing > some.size()) {
      named.add("…");
    }
    return new BackupFailedException(Why.INCOMPLETE, String.join(", ", named), missing);
  }

  /**
   * What lies at a destination is as it was written, and not what was written last.
   *
   * @param missing what is not there
   */
  public static BackupFailedException putBack(String missing) {
    return new BackupFailedException(
        Why.DAMAGED,
        missing + " was sent there and is gone; somebody may have put it back to an earlier state");
  }

  /** What another failure means. */
  public static BackupFailedException of(IOException failure) {
    return switch (failure) {
      case BackupFailedException known -> known;
      case ProgramRun.BrokenOffException broken ->
          new BackupFailedException(
              broken.wasCancelled() ? Why.CANCELLED : Why.TOO_LONG, broken.toString());
      default -> {
        String said = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        yield new BackupFailedException(Complaints.of(List.of(said)), said);
      }
    };
  }

  public Why why() {
    return why;
  }

  /** How many files could not be read; 0 unless this is why. */
  public int missing() {
    return missing;
  }
}
