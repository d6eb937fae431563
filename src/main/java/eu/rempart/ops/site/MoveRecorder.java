package eu.rempart.ops.site;

import eu.rempart.ops.site.ClusterHistory.Beginning;
import eu.rempart.ops.site.Follower.Sighting;
import eu.rempart.ops.site.SiteMove.Decision;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Has the database remember where it led: what this process saw, and from Patroni's history what
 * happened while no process was there to see. Why it moved is read from the ledger.
 */
final class MoveRecorder {

  /** Another node may have seen both ends of a gap of which this one saw the second alone. */
  private static final Duration FOR_OTHERS = Duration.ofSeconds(10);

  /** A switch is written into the ledger before it begins, and takes no longer. */
  private static final Duration LONGEST_SWITCH = Duration.ofSeconds(90);

  /** The command writes an accepted loss down once it sees the site lead. */
  private static final Duration LONGEST_PROMOTION = Duration.ofMinutes(5);

  /** Two machines' clocks may differ by so much. */
  private static final Duration CLOCKS = Duration.ofSeconds(10);

  /** So long after a move its row of the ledger may still come. */
  private static final Duration LEDGER_COMES = Duration.ofMinutes(3);

  private final SiteRecords records;
  private final InstantSource clock;

  private final Queue<Seen> told = new ConcurrentLinkedQueue<>();
  private final Queue<Seen> waiting = new ArrayDeque<>();
  private List<SiteMove> stored = List.of();
  private List<Decision> decisions = List.of();

  /** Patroni's history of the site that leads. */
  interface History {

    /**
     * Asks for it.
     *
     * @throws IOException if it does not answer in time
     */
    ClusterHistory now() throws IOException;
  }

  /** That the database began to lead somewhere. */
  private record Seen(@Nullable Sighting before, Sighting now, Instant at) {}

  MoveRecorder(SiteRecords records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Notes a move, to be written at the next look; never waits. */
  void moved(@Nullable Sighting before, Sighting now) {
    told.add(new Seen(before, now, clock.instant()));
  }

  /** The latest first, each with what the ledger says of it. */
  List<SiteMove> moves() {
    Map<Long, Decision> reasons = new HashMap<>();
    for (Decision decision : decisions) {
      SiteMove move = moveOf(decision);
      if (move != null) {
        reasons.put(move.timeline(), decision);
      }
    }
    return stored.stream().map(move -> move.decidedBy(reasons.get(move.timeline()))).toList();
  }

  /** Reads what is written, and writes what is noted; for one thread. */
  void write(History history) {
    for (Seen seen = told.poll(); seen != null; seen = told.poll()) {
      waiting.add(seen);
    }
    read();
    while (!waiting.isEmpty() && save(waiting.peek(), history)) {
      waiting.remove();
      read();
    }
  }

  private void read() {
    List<SiteMove> present = records.moves();
    boolean changed = !present.equals(stored);
    stored = present;
    if (!present.isEmpty() && (changed || !isPast(present.getFirst().at(), LEDGER_COMES))) {
      decisions = records.decisions();
    }
  }

  private boolean isPast(Instant at, Duration by) {
    return !Duration.between(at, clock.instant()).minus(by).isNegative();
  }

  /** Answers whether it is done with. */
  private boolean save(Seen seen, History asked) {
    Sighting before = seen.before();
    Sighting now = seen.now();
    String from = before == null ? null : before.site();
    Duration gap = before == null ? null : Duration.ofNanos(now.nanos() - before.nanos());
    SiteMove last = stored.isEmpty() ? null : stored.getFirst();
    if (last == null || (before != null && now.timeline() == before.timeline() + 1)) {
      records.save(new SiteMove(now.timeline(), seen.at(), from, now.site(), gap));
      return true;
    }
    if (last.timeline() >= now.timeline()) {
      return true;
    }
    ClusterHistory history;
    try {
      history = asked.now();
    } catch (IOException silent) {
      return false; // the next look asks again
    }
    long known = before == null ? last.timeline() : Math.max(last.timeline(), before.timeline());
    List<SiteMove> missed = missed(last, history.between(known, now.timeline() - 1));
    SiteMove former = missed.isEmpty() ? last : missed.getLast();
    Instant at = before == null ? begun(history, former, now, seen.at()) : seen.at();
    if (before == null && !isPast(at, FOR_OTHERS)) {
      return false;
    }
    missed.forEach(records::save);
    if (!missed.isEmpty()) {
      from = null;
      gap = null;
    }
    records.save(
        new SiteMove(now.timeline(), at, from == null ? former.to() : from, now.site(), gap));
    return true;
  }

  /** What nobody saw, without what neither Patroni nor the ledger knows more of. */
  private List<SiteMove> missed(SiteMove last, List<Beginning> beginnings) {
    List<SiteMove> moves = new ArrayList<>();
    SiteMove former = last;
    for (int i = 0; i < beginnings.size(); i++) {
      Beginning each = beginnings.get(i);
      Instant until = i + 1 < beginnings.size() ? beginnings.get(i + 1).at() : null;
      Instant at = each.at();
      String site = each.site();
      if (at == null || site == null) {
        Decision loss = lossAfter(former, until);
        if (loss == null) {
          continue;
        }
        at = loss.at();
        site = loss.to();
      }
      former = new SiteMove(each.timeline(), at, former.to(), site, null);
      moves.add(former);
    }
    return moves;
  }

  /** When it began to lead, by Patroni or by the ledger; else when it was seen. */
  private Instant begun(ClusterHistory history, SiteMove last, Sighting now, Instant seen) {
    for (Beginning each : history.between(now.timeline() - 1, now.timeline())) {
      Instant at = each.at();
      if (at != null) {
        return at;
      }
    }
    Decision loss = lossAfter(last, null);
    return loss != null && loss.to().equals(now.site()) && loss.at().isBefore(seen)
        ? loss.at()
        : seen;
  }

  /** The first loss that was accepted after a move, not by it, and before the next one. */
  private @Nullable Decision lossAfter(SiteMove move, @Nullable Instant until) {
    return decisions.stream()
        .filter(each -> each.kind() == Decision.Kind.ACCEPT_LOSS)
        .filter(each -> each.at().isAfter(move.at()) && !isOf(each, move))
        .filter(each -> until == null || each.at().isBefore(until))
        .findFirst()
        .orElse(null);
  }

  private static boolean isOf(Decision loss, SiteMove move) {
    return move.to().equals(loss.to())
        && !move.at().isAfter(loss.at().plus(CLOCKS))
        && !move.at().isBefore(loss.at().minus(LONGEST_PROMOTION));
  }

  private @Nullable SiteMove moveOf(Decision decision) {
    Instant written = decision.at();
    if (decision.kind() == Decision.Kind.ACCEPT_LOSS) {
      return stored.stream()
          .filter(move -> move.from() != null && isOf(decision, move))
          .findFirst()
          .orElse(null);
    }
    return stored.reversed().stream()
        .filter(move -> move.to().equals(decision.to()))
        .filter(move -> decision.from() != null && decision.from().equals(move.from()))
        .filter(move -> !move.at().isBefore(written.minus(CLOCKS)))
        .filter(move -> !move.at().isAfter(written.plus(LONGEST_SWITCH)))
        .findFirst()
        .orElse(null);
  }
}
