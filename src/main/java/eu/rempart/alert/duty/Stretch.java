package eu.rempart.alert.duty;

import java.time.Instant;
import java.util.Set;

/**
 * A time in which the same people are on duty.
 *
 * @param faults what is wrong with the pair; empty if it is complete
 */
public record Stretch(Instant begin, Instant end, Duty duty, Set<DutyFault> faults) {

  /** Copies. */
  public Stretch {
    faults = Set.copyOf(faults);
  }
}
