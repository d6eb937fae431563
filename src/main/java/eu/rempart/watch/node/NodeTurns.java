package eu.rempart.watch.node;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When this node measures next what each node measures by itself. In memory: after a start all of
 * it is due. Thread safe.
 */
public final class NodeTurns {

  private final Map<CheckId, Instant> next = new HashMap<>();

  /**
   * Takes what is due: its next time is a period on.
   *
   * @param known all that are measured; of others nothing is remembered
   * @param most no more than these
   */
  public synchronized List<Check> take(List<Check> known, Instant now, int most) {
    Set<CheckId> ids = new HashSet<>();
    known.forEach(check -> ids.add(check.id()));
    next.keySet().retainAll(ids);
    List<Check> due = known.stream().filter(check -> isDue(check, now)).limit(most).toList();
    due.forEach(check -> next.put(check.id(), now.plus(check.rules().period())));
    return due;
  }

  /**
   * A period that was made shorter holds at once, and a clock that was set back holds nothing up.
   */
  private boolean isDue(Check check, Instant now) {
    Instant at = next.get(check.id());
    return at == null || !now.isBefore(at) || at.isAfter(now.plus(check.rules().period()));
  }
}
