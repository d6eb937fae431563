package eu.rempart.watch.absence;

import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What notices absences, for tests of other packages. */
public final class Pulses {

  private Pulses() {}

  public static Pulse of(DSLContext dsl, TransactionTemplate transactions, InstantSource clock) {
    return new Pulse(new AbsenceRepository(dsl), transactions, clock);
  }

  /** A node is there now. */
  public static void beat(Pulse pulse) {
    pulse.beat();
  }
}
