package eu.rempart.watch.result;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckState;
import eu.rempart.watch.check.OutageBegan;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Finds the outages that nobody was told of, since those who saw them told one after the other.
 * Works within the transaction and under the lock of whoever takes results.
 */
final class LookBack {

  /**
   * So far it looks back from what came late, and ahead of it: longer outages are seen as they go
   * on.
   */
  private static final Duration BEFORE = Duration.ofHours(1);

  /** So many results it looks at. */
  private static final int MOST = 20_000;

  private final ResultRepository results;
  private final IncidentRepository incidents;
  private final ApplicationEventPublisher events;

  LookBack(
      ResultRepository results, IncidentRepository incidents, ApplicationEventPublisher events) {
    this.results = results;
    this.incidents = incidents;
    this.events = events;
  }

  /**
   * What these say of moments that others have passed may, with what those said of them, have been
   * an outage that nobody was told of. If it is over by now, it is written down, and wakes nobody,
   * whether there is another one meanwhile or not. If those who saw it have not taken that back
   * yet, it goes on.
   *
   * @return how the check is by that
   */
  CheckState after(Check check, CheckState state, List<Result> delivered) {
    Rules rules = check.rules();
    List<Instant> late = late(check, state, delivered);
    if (late.isEmpty()) {
      return state;
    }
    Instant first = late.getFirst();
    Instant last = late.getLast();
    Duration apart = rules.silentAfter();
    if (results.failedIn(check.id(), first.minus(apart), last.plus(apart)) < rules.quorum()) {
      return state;
    }
    Instant since = first.minus(BEFORE);
    Instant until = last.plus(BEFORE);
    List<Hindsight.Kept> kept = results.between(check.id(), since, until, MOST);
    Hindsight.Course course = Hindsight.course(check, kept);
    course.over().stream()
        .filter(outage -> !incidents.isKnown(check.id(), outage, rules.period()))
        .forEach(outage -> tell(incidents.add(check.id(), outage), outage));
    if (state.stage().outage()) {
      course.goesOn().ifPresent(outage -> incidents.beganBy(check.id(), outage.begun(), until));
      return state;
    }
    boolean all =
        kept.size() < MOST
            && state.zones().values().stream().noneMatch(view -> view.at().isAfter(until));
    return course
        .goesOn()
        .filter(outage -> all && !incidents.isKnown(check.id(), outage, rules.period()))
        .map(outage -> goesOn(check, outage, state.wentDown(course.state(), since)))
        .orElse(state);
  }

  /** The earliest first; while an outage goes on, of before it alone: of it all is known. */
  private List<Instant> late(Check check, CheckState state, List<Result> delivered) {
    List<Instant> all =
        delivered.stream()
            .filter(result -> !result.ok() && isPassed(result, state))
            .map(Result::at)
            .sorted()
            .toList();
    if (all.isEmpty() || !state.stage().outage()) {
      return all;
    }
    Instant begun = incidents.openSince(check.id()).orElse(Instant.MAX);
    return all.stream().filter(begun::isAfter).toList();
  }

  private void tell(UUID incident, Hindsight.Outage outage) {
    outage.story().forEach(step -> incidents.tell(incident, step, null));
  }

  private CheckState goesOn(Check check, Hindsight.Outage outage, CheckState down) {
    incidents.open(check.id(), outage.begun());
    incidents
        .findOpen(check.id())
        .ifPresent(
            incident -> {
              tell(incident, outage);
              Step first = outage.story().getFirst();
              events.publishEvent(
                  new OutageBegan(
                      incident,
                      check.id(),
                      check.name(),
                      first.zones(),
                      first.failure(),
                      outage.begun()));
            });
    return down;
  }

  /** Whether another place may have said since that nothing fails any more. */
  private static boolean isPassed(Result result, CheckState state) {
    return result.zone().isElsewhere()
        && state.zones().entrySet().stream()
            .anyMatch(
                view ->
                    !view.getKey().equals(result.zone())
                        && view.getValue().at().isAfter(result.at()));
  }
}
