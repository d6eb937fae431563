package eu.rempart.watch.probe;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.result.ZoneDesk;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Exchange.Found;
import eu.rempart.watch.wire.Exchange.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes what agents found: each result once, in the order of its numbers, if it may be so. */
final class Deliveries {

  /** What tells of nothing that anybody must look after. */
  private static final Set<String> INNOCENT = Set.of(ResultRules.GONE, ResultRules.OLD);

  private final AgentRepository agents;
  private final WorkLists work;
  private final ZoneDesk desk;

  Deliveries(AgentRepository agents, WorkLists work, ZoneDesk desk) {
    this.agents = agents;
    this.work = work;
    this.desk = desk;
  }

  /**
   * Takes some results. What was taken is kept, whatever happens after that; what comes once more
   * counts no second time.
   */
  Delivery take(Agent agent, List<Found> found, Instant now) {
    long before = agent.contact().result();
    List<Found> fresh = found.stream().filter(each -> each.n() > before).toList();
    Instant limit = null;
    Instant since = null;
    if (!fresh.isEmpty() && isLate(fresh.getFirst(), now)) {
      Instant begun = agent.contact().behindSince();
      // not since a moment to come, by a clock that was ahead
      since = begun == null || begun.isAfter(now) ? now : begun;
      Instant oldest = ResultRules.at(fresh.getFirst());
      limit = Turns.limit(agent.id(), since, oldest, now, agents.current());
    }
    return take(agent, fresh, limit, since, now, found.size() >= Exchange.MOST_RESULTS);
  }

  private static boolean isLate(Found found, Instant now) {
    return found.at() >= 0
        && found.at() < now.toEpochMilli() * 1_000
        && Turns.late(ResultRules.known(found), now);
  }

  private Delivery take(
      Agent agent,
      List<Found> fresh,
      @Nullable Instant limit,
      @Nullable Instant since,
      Instant now,
      boolean full) {
    long last = agent.contact().result();
    long lost = 0;
    Found next = null;
    Map<Result, Long> good = new LinkedHashMap<>();
    List<Refused> refused = new ArrayList<>();
    String trouble = null;
    var given = work.of(agent.zone()).checks();
    if (fresh.stream().anyMatch(each -> !given.containsKey(new CheckId(each.check())))) {
      work.renew();
    }
    var own = work.of(agent.zone()).checks();
    for (Found each : fresh) {
      if (each.n() <= last) {
        continue; // numbers rise
      }
      CheckId id = new CheckId(each.check());
      Optional<String> wrong =
          ResultRules.wrong(each, own.get(id), work.knows(id), now).or(() -> unmade(id, each, now));
      if (wrong.isEmpty() && limit != null && ResultRules.at(each).isAfter(limit)) {
        next = each;
        break;
      }
      // one that was admitted anew goes on where it was
      lost += last == 0 ? 0 : each.n() - last - 1;
      last = each.n();
      if (wrong.isEmpty()) {
        good.put(ResultRules.result(each, agent.zone()), each.n());
        continue;
      }
      String word = wrong.get();
      refused.add(new Refused(each.n(), word));
      if (trouble == null && !isInnocent(word, id, each)) {
        trouble = word;
      }
    }
    for (Result each : desk.take(List.copyOf(good.keySet()))) {
      refused.add(new Refused(Objects.requireNonNull(good.get(each)), ResultRules.TOO_OFTEN));
      trouble = ResultRules.TOO_OFTEN;
    }
    if (trouble != null) {
      agents.tell(agent.id(), trouble, now);
    }
    List<Result> taken = List.copyOf(good.keySet());
    Instant behind =
        next != null
            ? ResultRules.at(next)
            : full && since != null && !taken.isEmpty() ? taken.getLast().at() : null;
    Honesty honesty = honesty(agent, taken);
    return new Delivery(
        last,
        lost,
        refused,
        behind,
        behind == null ? null : since,
        honesty.agreedAfter(agent.conduct()),
        honesty.aloneAfter(agent.conduct()));
  }

  /** Nobody measured a check before there was one. */
  private Optional<String> unmade(CheckId id, Found found, Instant now) {
    return work.isBefore(id, ResultRules.at(found), now)
        ? Optional.of(ResultRules.GONE)
        : Optional.empty();
  }

  private boolean isInnocent(String word, CheckId id, Found found) {
    return INNOCENT.contains(word)
        || (word.equals(ResultRules.NOT_ITS_OWN) && work.couldNotKnow(id, ResultRules.at(found)));
  }

  private Honesty honesty(Agent agent, List<Result> taken) {
    var own = work.of(agent.zone()).checks();
    Set<CheckId> ids = taken.stream().map(Result::check).collect(Collectors.toSet());
    List<Check> checks =
        ids.stream()
            .filter(own::containsKey)
            .map(id -> Objects.requireNonNull(own.get(id)))
            .toList();
    return checks.isEmpty() ? new Honesty(0, 0) : Honesty.of(agent.zone(), desk.views(ids), checks);
  }
}
