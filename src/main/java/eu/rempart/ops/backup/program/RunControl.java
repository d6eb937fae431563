package eu.rempart.ops.backup.program;

import eu.rempart.ops.backup.program.ProgramRun.Ended;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** One piece of long work in several steps, from outside: how far it is, and its end before it. */
public final class RunControl {

  private final DoubleConsumer progress;
  private @Nullable ProgramRun current;
  private boolean cancelled;

  /**
   * @param progress told of the part that is done, from 0 to 1, as it grows
   */
  public RunControl(DoubleConsumer progress) {
    this.progress = progress;
  }

  /** Ends what runs, and begins no more. Any thread may call this. */
  public synchronized void cancel() {
    cancelled = true;
    if (current != null) {
      current.cancel();
    }
  }

  /** Tells how far it is. */
  public void reached(double part) {
    progress.accept(part);
  }

  /**
   * Runs one step.
   *
   * @throws IOException as {@link ProgramRun#run}
   */
  public Ended run(ProgramRun step, Consumer<String> heard) throws IOException {
    begin(step);
    try {
      return step.run(heard);
    } finally {
      begin(null);
    }
  }

  /**
   * Runs one step, which has to end well.
   *
   * @throws BackupFailedException if it did not
   */
  public Ended require(ProgramRun step, Consumer<String> heard) throws IOException {
    Ended ended = run(step, heard);
    if (!ended.isWell()) {
      throw new BackupFailedException(ended);
    }
    return ended;
  }

  /**
   * What the present step read until now.
   *
   * @param step which one
   */
  public record Moved(ProgramRun step, long bytes) {}

  /** Of the present step; empty while no program runs, or where that is not told. */
  public synchronized Optional<Moved> moved() {
    ProgramRun step = current;
    return step == null ? Optional.empty() : step.read().map(bytes -> new Moved(step, bytes));
  }

  private synchronized void begin(@Nullable ProgramRun step) {
    current = step;
    if (cancelled && step != null) {
      step.cancel();
    }
  }
}
