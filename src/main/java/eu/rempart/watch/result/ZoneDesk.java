package eu.rempart.watch.result;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.check.ZoneView;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What zones elsewhere are given to do, and where they deliver. Asks for no right. Thread safe. */
public final class ZoneDesk {

  private final CheckRepository checks;
  private final StateRepository states;
  private final Recorder recorder;

  ZoneDesk(CheckRepository checks, StateRepository states, Recorder recorder) {
    this.checks = checks;
    this.states = states;
    this.recorder = recorder;
  }

  /** All checks that are measured over the network, for whatever zone. */
  public List<Check> work() {
    return checks.all().stream().filter(Check::enabled).filter(it -> it.kind().remote()).toList();
  }

  /** When a check was made, and changed last. */
  public record Times(Instant created, Instant changed) {}

  /** Of all checks. */
  public Map<CheckId, Times> times() {
    return checks.times();
  }

  /**
   * Takes what a zone found; what came before counts no second time.
   *
   * @return what was not taken, since there is more of it than the check's period explains
   */
  public List<Result> take(List<Result> results) {
    return recorder.takeAll(results);
  }

  /** What each zone thinks of some checks. */
  public Map<CheckId, Map<Zone, ZoneView>> views(Collection<CheckId> some) {
    return states.views(some);
  }
}
