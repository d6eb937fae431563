package eu.rempart.edge.abuse;

import eu.rempart.vault.event.RecordsMoved;
import eu.rempart.vault.event.RecordsMoved.Way;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Members who take out, or archive, more records within a window than anybody needs to: in one
 * piece or in many, by whichever nodes. What they do is added up in memory and handed to what all
 * nodes count together once in a while: a thousand small pieces cost as much there as one. Thread
 * safe.
 */
final class MassDetector {

  private static final Logger log = LoggerFactory.getLogger(MassDetector.class);

  /** Who does what. */
  record Doer(UUID memberId, Way way) {}

  /** What is not too much. */
  record Most(int rows, Duration within) {}

  /** That somebody did too much within the window. */
  record TooMuch(Doer doer, long rows, Most most) {

    /** As it is told. */
    SecurityEvent event() {
      boolean out = doer.way() == Way.EXPORTED;
      return SecurityEvent.of(out ? "edge.mass.export" : "edge.mass.archive", Severity.ALARM)
          .member(doer.memberId())
          .with("rows", Long.toString(rows))
          .with("usual", Integer.toString(most.rows()))
          .with("within", Long.toString(most.within().toMinutes()));
    }
  }

  /** What all nodes count together. */
  interface Shared {
    /**
     * Adds to what somebody did, and tells of it where it is too much: both or neither.
     *
     * @return how much it was within the window, if that is more than may be and no node told of it
     *     yet: who goes on is told of again after a window in which it was less
     */
    OptionalLong add(Doer doer, long count, Most most);
  }

  private final Shared shared;
  private final Map<Doer, Long> waiting = new HashMap<>();
  private boolean failing;

  MassDetector(Shared shared) {
    this.shared = shared;
  }

  synchronized void did(RecordsMoved moved) {
    if (moved.count() > 0) {
      waiting.merge(new Doer(moved.memberId(), moved.way()), moved.count(), Long::sum);
    }
  }

  synchronized boolean isWaiting() {
    return !waiting.isEmpty();
  }

  /**
   * Hands on what waits; what can't be written waits on. By one thread at a time.
   *
   * @param most what is not too much
   * @return what was told
   */
  List<TooMuch> write(Function<Way, Most> most) {
    List<TooMuch> found = new ArrayList<>();
    try {
      for (var each : waiting().entrySet()) {
        Doer doer = each.getKey();
        Most limit = most.apply(doer.way());
        add(doer, each.getValue(), limit)
            .ifPresent(rows -> found.add(new TooMuch(doer, rows, limit)));
      }
      failing = false;
    } catch (RuntimeException e) {
      // whatever the database or its driver throws; a night of it is one line in the log
      if (!failing) {
        log.warn("what members take out and archive can't be counted; it is tried again", e);
      }
      failing = true;
    }
    return found;
  }

  private OptionalLong add(Doer doer, long count, Most most) {
    OptionalLong rows = shared.add(doer, count, most);
    synchronized (this) {
      // what came meanwhile waits on
      waiting.computeIfPresent(doer, (_, all) -> all == count ? null : all - count);
    }
    return rows;
  }

  private synchronized Map<Doer, Long> waiting() {
    return Map.copyOf(waiting);
  }
}
