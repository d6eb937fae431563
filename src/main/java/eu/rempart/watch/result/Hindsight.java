package eu.rempart.watch.result;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckState;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What results say in the order in which they were found. Places deliver when they can: those that
 * come first may have brought the end of an outage before the last bring its beginning, so that at
 * no time as many as must agree say that something is wrong. Afterwards it shows. Knows neither a
 * clock nor the database.
 */
final class Hindsight {

  private Hindsight() {}

  /**
   * A result that was kept.
   *
   * @param excluded whether it fell into maintenance
   */
  record Kept(Result result, boolean excluded) {}

  /**
   * An outage.
   *
   * @param ended at the latest result, of one that is not over
   * @param story its steps, the first of which says that it began
   */
  record Outage(Instant begun, Instant ended, List<Step> story) {}

  /**
   * What there was.
   *
   * @param over the outages that began and ended
   * @param goesOn the one that is not over by what was found; empty if there is none
   * @param state how the check is after the latest result
   */
  record Course(List<Outage> over, Optional<Outage> goesOn, CheckState state) {}

  /**
   * The outages that began among these.
   *
   * @param kept of one check, the oldest first
   */
  static Course course(Check check, List<Kept> kept) {
    List<Outage> over = new ArrayList<>();
    List<Step> story = new ArrayList<>();
    Instant begun = null;
    CheckState state = CheckState.begin(Instant.EPOCH);
    for (Kept each : kept) {
      CheckState before = state;
      state = after(before, each, check.rules());
      boolean was = before.stage().outage();
      boolean is = state.stage().outage();
      if (!was && is) {
        begun = each.result().at();
        story = new ArrayList<>();
      }
      if (begun != null) {
        story.addAll(steps(check, before, state, each.result()));
        if (was && !is) {
          over.add(new Outage(begun, each.result().at(), List.copyOf(story)));
          begun = null;
        }
      }
    }
    Optional<Outage> goesOn =
        begun == null
            ? Optional.empty()
            : Optional.of(new Outage(begun, kept.getLast().result().at(), List.copyOf(story)));
    return new Course(List.copyOf(over), goesOn, state);
  }

  /** How a check is after one more result. */
  static CheckState after(CheckState before, Kept kept, Rules rules) {
    Result result = kept.result();
    // an outage ends within maintenance too, as soon as somebody sees it end
    return kept.excluded() && !(before.stage().outage() && result.ok())
        ? before.heard(result, rules)
        : before.after(result, rules);
  }

  /** What a result adds to the story of the outage that goes on, began or ended with it. */
  static List<Step> steps(Check check, CheckState before, CheckState after, Result result) {
    List<Step> steps = new ArrayList<>();
    if (after.stage() != before.stage()) {
      steps.add(step(kind(after.stage()), check, after, result));
    }
    if (after.flapping() && !before.flapping()) {
      steps.add(step(Step.Kind.FLAPPING, check, after, result));
    }
    return steps;
  }

  private static Step.Kind kind(Stage stage) {
    return switch (stage) {
      case DOWN -> Step.Kind.DOWN;
      case RECOVERING -> Step.Kind.RECOVERING;
      case UP, SUSPECT -> Step.Kind.UP;
    };
  }

  private static Step step(Step.Kind kind, Check check, CheckState after, Result result) {
    List<Zone> zones = kind == Step.Kind.DOWN ? after.bad(check.rules(), result.at()) : List.of();
    @Nullable Integer number = result.ok() ? null : result.number();
    return new Step(result.at(), kind, zones, result.failure(), number, null);
  }
}
