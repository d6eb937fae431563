package eu.rempart.demo;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import org.jooq.DSLContext;

/** A demo firm that moves in by hand. */
public final class TestDemoProgress {

  private TestDemoProgress() {}

  public static DemoProgress on(DSLContext dsl) {
    return new DemoProgress(
        new DemoMoveRepository(dsl),
        InstantSource.system(),
        new PrintStream(OutputStream.nullOutputStream()));
  }

  public static void at(DemoProgress progress, DemoPhase phase) {
    progress.at(phase);
  }

  public static void breaksOff(DemoProgress progress) {
    progress.failed();
  }

  public static void done(DemoProgress progress) {
    progress.done(1);
  }
}
