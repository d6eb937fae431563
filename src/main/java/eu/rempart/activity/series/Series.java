package eu.rempart.activity.series;

import eu.rempart.activity.ActivityId;
import eu.rempart.activity.value.Recurrence;
import eu.rempart.activity.value.When;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A recurring activity.
 *
 * @param first the occurrence that the rule counts from
 * @param next the one at which it stands
 */
record Series(ActivityId id, When first, When next, Recurrence rule) {

  /** The occurrences after the one at which it stands, in a range, but for those taken out. */
  List<When> later(Instant from, Instant to, Set<Instant> taken) {
    Instant begin = next.at().isBefore(from) ? from : next.at().plusSeconds(1);
    return rule.within(first, begin, to).stream().filter(w -> !taken.contains(w.at())).toList();
  }

  /** Where it stands when the one at which it stands is over with; empty where it ends. */
  Optional<When> moveOn(Set<Instant> taken) {
    Optional<When> then = rule.after(first, next);
    while (then.isPresent() && taken.contains(then.get().at())) {
      then = rule.after(first, then.get());
    }
    return then;
  }
}
