package eu.rempart.watch.result;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckState;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.node.Node;
import eu.rempart.watch.node.Nodes;
import eu.rempart.watch.result.ZoneDesk.Times;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Outages that go on, and checks of which nobody could say that they are down, for who tells people
 * of them by the clock. Asks for no right, and reads no figures: it is asked every few seconds.
 */
public final class OpenOutages {

  private final CheckRepository checks;
  private final ResultRepository results;
  private final StateRepository states;
  private final MaintenanceRepository maintenance;
  private final Nodes nodes;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  OpenOutages(
      CheckRepository checks,
      ResultRepository results,
      StateRepository states,
      MaintenanceRepository maintenance,
      Nodes nodes,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.checks = checks;
    this.results = results;
    this.states = states;
    this.maintenance = maintenance;
    this.nodes = nodes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * One that goes on.
   *
   * @param flapping whether it went down so often that it is held until it keeps quiet
   * @param bad the latest result, if that was bad
   * @param workedOnUntil when planned maintenance of it ends that goes on; empty if none does
   */
  public record Outage(
      Check check, boolean flapping, Optional<Result> bad, Optional<Instant> workedOnUntil) {}

  /** All of them. */
  public List<Outage> now() {
    return read(this::outages);
  }

  /**
   * A check of which fewer zones are heard than must agree.
   *
   * @param heard so many are
   * @param trouble whether all of those say that something is wrong, and nobody was told yet
   * @param workedOnUntil as with outages
   */
  public record Blind(Check check, int heard, boolean trouble, Optional<Instant> workedOnUntil) {}

  /**
   * All of these, but those that were changed a moment ago, since zones that are asked for the
   * first time take as long to be heard as others to fall silent; and but those that are down: of
   * an outage people are told, whoever is heard meanwhile.
   */
  public List<Blind> blind() {
    return read(this::blind);
  }

  private <T> T read(Function<Instant, T> what) {
    Instant now = clock.instant();
    return Objects.requireNonNull(transactions.execute(_ -> what.apply(now)));
  }

  private record Standing(Check check, CheckState state) {}

  /** How those are that are measured. */
  private List<Standing> standings(Instant now) {
    List<Node> around = nodes.around(now);
    Map<CheckId, CheckState> known = states.all();
    return checks.all().stream()
        .filter(Check::enabled)
        .map(check -> Nodes.asked(check, around))
        .map(check -> new Standing(check, known.getOrDefault(check.id(), CheckState.begin(now))))
        .toList();
  }

  private List<Outage> outages(Instant now) {
    List<Standing> down =
        standings(now).stream().filter(standing -> standing.state().stage().outage()).toList();
    if (down.isEmpty()) {
      return List.of();
    }
    Map<CheckId, Result> latest = results.latest(now.minus(StatusReports.LAST_RESULT));
    List<Maintenance> work = work(now);
    return down.stream()
        .map(
            standing ->
                new Outage(
                    standing.check(),
                    standing.state().flapping(),
                    Optional.ofNullable(latest.get(standing.check().id()))
                        .filter(result -> result.failure() != null),
                    workedOn(standing.check(), work)))
        .toList();
  }

  private List<Blind> blind(Instant now) {
    List<Standing> unclear =
        standings(now).stream()
            .filter(standing -> !standing.state().stage().outage())
            .filter(standing -> isBlind(standing, now))
            .toList();
    if (unclear.isEmpty()) {
      return List.of();
    }
    Map<CheckId, Times> times = checks.times();
    List<Maintenance> work = work(now);
    return unclear.stream()
        .filter(standing -> isSettled(standing.check(), times, now))
        .map(standing -> blind(standing, work, now))
        .toList();
  }

  private static boolean isBlind(Standing standing, Instant now) {
    Rules rules = standing.check().rules();
    return rules.blindWithout(standing.state().silent(rules, now));
  }

  private static boolean isSettled(Check check, Map<CheckId, Times> times, Instant now) {
    Times known = times.get(check.id());
    return known != null && known.changed().plus(check.rules().silentAfter()).isBefore(now);
  }

  private static Blind blind(Standing standing, List<Maintenance> work, Instant now) {
    Check check = standing.check();
    List<Zone> silent = standing.state().silent(check.rules(), now);
    int heard = check.rules().zones().size() - silent.size();
    int troubled = standing.state().troubled(check.rules(), now).size();
    return new Blind(check, heard, troubled > 0 && troubled == heard, workedOn(check, work));
  }

  /** What goes on now of what was planned. */
  private List<Maintenance> work(Instant now) {
    return maintenance.endingAfter(now).stream()
        .filter(window -> !window.begin().isAfter(now))
        .toList();
  }

  private static Optional<Instant> workedOn(Check check, List<Maintenance> work) {
    return work.stream()
        .filter(window -> window.concerns(check.id()))
        .map(Maintenance::end)
        .max(Instant::compareTo);
  }
}
