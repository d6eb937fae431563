package eu.rempart.watch.agent;

import java.io.PrintStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Says what happens, a line each. Thread safe. */
final class Journal {

  private final PrintStream out;
  private final InstantSource clock;

  Journal(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  void say(String sentence) {
    String line = sentence.replaceAll("\\p{Cntrl}", " ");
    out.println(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + line);
  }
}
