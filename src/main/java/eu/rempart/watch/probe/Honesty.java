package eu.rempart.watch.probe;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.check.ZoneView;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Measures how often a zone says the contrary of all others. That keeps it from nothing: as many
 * zones as the quorum says are needed to decide. It is shown, so that somebody looks at it.
 *
 * @param agreed checks of which it says what all others say
 * @param alone checks of which it says the contrary
 */
record Honesty(int agreed, int alone) {

  /** Fewer others are no majority. */
  private static final int OTHERS = 2;

  /** What a batch leaves of the ones before it. */
  private static final double FADING = 0.95;

  /**
   * Compares.
   *
   * @param views what each zone thinks of each check
   */
  static Honesty of(Zone zone, Map<CheckId, Map<Zone, ZoneView>> views, List<Check> checks) {
    int agreed = 0;
    int alone = 0;
    for (Check check : checks) {
      Map<Zone, ZoneView> all = views.getOrDefault(check.id(), Map.of());
      ZoneView own = all.get(zone);
      if (own == null) {
        continue;
      }
      Duration fresh = check.rules().silentAfter();
      List<Boolean> others =
          all.entrySet().stream()
              .filter(entry -> !entry.getKey().equals(zone))
              .filter(entry -> !entry.getValue().silent(fresh, own.at()))
              .map(entry -> entry.getValue().bad())
              .toList();
      if (others.size() < OTHERS || others.stream().distinct().count() > 1) {
        continue;
      }
      if (others.getFirst() == own.bad()) {
        agreed++;
      } else {
        alone++;
      }
    }
    return new Honesty(agreed, alone);
  }

  double agreedAfter(Conduct before) {
    return agreed + alone == 0 ? before.agreed() : before.agreed() * FADING + agreed;
  }

  double aloneAfter(Conduct before) {
    return agreed + alone == 0 ? before.alone() : before.alone() * FADING + alone;
  }
}
