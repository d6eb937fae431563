package eu.rempart.watch.agent;

import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.measure.Measurement;
import eu.rempart.watch.wire.Exchange.Asked;
import eu.rempart.watch.wire.Exchange.Found;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures what is due. Each check begins at a moment of its own within its period, so that neither
 * all checks of a zone nor all zones of a check come at once. Thread safe.
 */
final class Rounds implements AutoCloseable {

  /** So many measurements run at the same time. */
  private static final int AT_ONCE = 16;

  private static final Duration SPREAD = Duration.ofSeconds(10);

  private final Zone zone;
  private final Meter meter;
  private final HomeClock clock;
  private final ResultBuffer buffer;
  private final Journal journal;
  private final LongSupplier nanos;
  private final Runnable urgent;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("probe-", 0).factory());
  private Map<UUID, Turn> turns = Map.of();

  /** Measures a check; {@code before} is what was wrong with it the last time. */
  interface Meter {
    Measurement measure(Check check, @Nullable Failure before);
  }

  /**
   * @param urgent called after a result that home should hear of at once
   */
  Rounds(
      Zone zone,
      Meter meter,
      HomeClock clock,
      ResultBuffer buffer,
      Journal journal,
      LongSupplier nanos,
      Runnable urgent) {
    this.zone = zone;
    this.meter = meter;
    this.clock = clock;
    this.buffer = buffer;
    this.journal = journal;
    this.nanos = nanos;
    this.urgent = urgent;
  }

  /** One check, and when it is due next. */
  private static final class Turn {
    private final Asked asked;
    private final Check check;
    private long due;
    private boolean running;
    private @Nullable Failure before;

    Turn(Asked asked, Check check, long due) {
      this.asked = asked;
      this.check = check;
      this.due = due;
    }
  }

  /** From now on this is measured. What stays as it was keeps its time. */
  synchronized void use(List<Asked> asked) {
    Map<UUID, Turn> next = new HashMap<>();
    for (Asked each : asked) {
      Turn known = turns.get(each.id());
      if (known != null && known.asked.equals(each)) {
        next.put(each.id(), known);
        continue;
      }
      try {
        next.put(each.id(), turn(each));
      } catch (IllegalArgumentException wrong) {
        journal.say("A check is left out, which this version does not know: " + wrong.getMessage());
      }
    }
    turns = next;
  }

  private Turn turn(Asked asked) {
    Duration period = Duration.ofSeconds(asked.period());
    Check check =
        new Check(
            new CheckId(asked.id()),
            asked.version(),
            asked.id().toString(),
            CheckKind.valueOf(asked.kind()),
            new Target.Remote(asked.host(), asked.port(), asked.path()),
            new Band(asked.limit(), asked.clear()),
            Rules.usual(List.of(zone), period),
            asked.own(),
            false,
            true);
    long spread = (period.compareTo(SPREAD) < 0 ? period : SPREAD).toNanos();
    long phase = Math.floorMod((zone.code() + asked.id()).hashCode() * 7_919L, 1_000L);
    return new Turn(asked, check, nanos.getAsLong() + spread / 1_000 * phase);
  }

  /** Begins what is due, as far as there is room. */
  synchronized void begin() {
    long now = nanos.getAsLong();
    // where there is not room for all, whoever waits the longest comes first: else, in a cut, the
    // same ones would never be measured, and in all zones alike
    List<Turn> due =
        turns.values().stream()
            .filter(turn -> !turn.running && now - turn.due >= 0)
            .sorted(Comparator.comparingLong(turn -> turn.due - now))
            .toList();
    for (Turn turn : due) {
      if (!room.tryAcquire()) {
        return;
      }
      long period = turn.check.rules().period().toNanos();
      turn.running = true;
      // after a machine slept, what it missed is not made up for
      turn.due = now - turn.due < period ? turn.due + period : now + period;
      threads.execute(() -> measureAndLeave(turn));
    }
  }

  private void measureAndLeave(Turn turn) {
    try {
      measure(turn);
    } finally {
      room.release();
      synchronized (this) {
        turn.running = false;
      }
    }
  }

  private void measure(Turn turn) {
    long begun = nanos.getAsLong();
    Failure before;
    synchronized (this) {
      before = turn.before;
    }
    Measurement found = meter.measure(turn.check, before);
    synchronized (this) {
      turn.before = found.failure();
    }
    try {
      // by home's clock as it is known now, which may be better than when this began
      buffer.add(number -> found(number, turn.asked, clock.at(begun), found));
    } catch (IOException e) {
      journal.say("A result is not on the disk: " + e.getClass().getSimpleName());
    }
    if ((before == null) != (found.failure() == null)) {
      urgent.run();
    }
  }

  private static Found found(long number, Asked asked, Instant at, Measurement found) {
    Failure failure = found.failure();
    Timing timing = found.timing();
    return new Found(
        number,
        asked.id(),
        ChronoUnit.MICROS.between(Instant.EPOCH, at),
        failure == null ? null : failure.name(),
        found.number(),
        timing.name(),
        timing.connect(),
        timing.tls(),
        timing.firstByte(),
        timing.total());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
