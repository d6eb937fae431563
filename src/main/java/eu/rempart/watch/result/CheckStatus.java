package eu.rempart.watch.result;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.objective.Budget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All that is known of one check.
 *
 * @param created since when it is watched
 * @param stage how it is
 * @param since since when it is so; {@code created} before anything was measured
 * @param troubled zones that alone say that something is wrong
 * @param silent zones that told nothing for long
 * @param last the latest result, of whatever zone; empty before the first, or if it is a month old
 * @param outages how many there were
 * @param zones figures by zone
 * @param days figures by day (UTC), as far back as was asked; days without a result are missing
 * @param excluded how long maintenance lasted within these days, so far
 * @param unmeasured how long within these days nobody measured it, since no node was there; by day,
 *     days without such a time are missing
 * @param nodes the latest result of each node, where each measures by itself
 * @param budget what is left of the objective; empty where nothing is aimed at
 */
public record CheckStatus(
    Check check,
    Instant created,
    Stage stage,
    boolean flapping,
    Instant since,
    List<Zone> troubled,
    List<Zone> silent,
    Optional<Result> last,
    int outages,
    SortedMap<Zone, Figures> zones,
    SortedMap<LocalDate, Figures> days,
    Duration excluded,
    SortedMap<LocalDate, Duration> unmeasured,
    SortedMap<Zone, Result> nodes,
    Optional<Budget> budget) {

  /**
   * Whether it is known how it is. Of what nobody measures, nothing is, nor of what some see in
   * trouble while too few are heard to decide; an outage goes on until somebody saw it end.
   */
  public boolean known(Instant now) {
    Duration fresh = check.rules().silentAfter();
    return stage.outage()
        || ((troubled.isEmpty() || !blind())
            && last.stream()
                .anyMatch(result -> Duration.between(result.at(), now).compareTo(fresh) <= 0));
  }

  /** Whether too few zones are heard to say that it is down. */
  public boolean blind() {
    return check.rules().blindWithout(silent);
  }

  /** So many zones are heard. */
  public int heard() {
    return check.rules().zones().size() - silent.size();
  }

  /** How long nobody measured it, within all these days. */
  public Duration unmeasuredInAll() {
    return unmeasured.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  /** Figures of all zones together. */
  public Figures all() {
    return zones.values().stream().reduce(Figures.NONE, Figures::plus);
  }
}
