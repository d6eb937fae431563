package eu.rempart.watch.probe;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.result.ZoneDesk.Times;
import eu.rempart.watch.wire.Exchange.Asked;
import eu.rempart.watch.wire.Json;
import eu.rempart.watch.wire.ProbeKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What each zone is to measure, read once in five seconds at most. Thread safe. */
final class WorkLists {

  private static final long FRESH = TimeUnit.SECONDS.toNanos(5);
  private static final long FRESH_ENOUGH = TimeUnit.SECONDS.toNanos(1);
  private static final int REVISION_BYTES = 8;

  /** An agent hears within so long that what it measures was changed. */
  private static final Duration HEARD = Duration.ofMinutes(1);

  /**
   * What a zone is to measure.
   *
   * @param revision changes with any of it
   */
  record ZoneWork(String revision, List<Asked> asked, Map<CheckId, Check> checks) {}

  private record Lists(Map<Zone, ZoneWork> zones, Set<CheckId> all, Map<CheckId, Times> times) {}

  private final Supplier<List<Check>> read;
  private final Supplier<Map<CheckId, Times>> times;
  private final LongSupplier nanos;
  private Lists lists = new Lists(Map.of(), Set.of(), Map.of());
  private long readAt;
  private boolean any;

  WorkLists(Supplier<List<Check>> read, Supplier<Map<CheckId, Times>> times, LongSupplier nanos) {
    this.read = read;
    this.times = times;
    this.nanos = nanos;
  }

  ZoneWork of(Zone zone) {
    return Objects.requireNonNullElseGet(current().zones().get(zone), () -> work(List.of()));
  }

  /** Whether any zone measures it. */
  boolean knows(CheckId check) {
    return current().all().contains(check);
  }

  /**
   * Whether a check was made after that, by more than clocks are apart. One that was made later
   * than now was made by a clock that was wrong: nobody knows when.
   */
  boolean isBefore(CheckId check, Instant at, Instant now) {
    Times known = current().times().get(check);
    return known != null
        && !known.created().isAfter(now.plus(HEARD))
        && at.isBefore(known.created().minus(HEARD));
  }

  /** Whether an agent could not know at that moment that a check is another zone's. */
  boolean couldNotKnow(CheckId check, Instant at) {
    Times known = current().times().get(check);
    return known != null && at.isBefore(known.changed().plus(HEARD));
  }

  /** Another node may have given an agent what is not known here yet: it is read again. */
  void renew() {
    current(FRESH_ENOUGH);
  }

  private Lists current() {
    return current(FRESH);
  }

  private synchronized Lists current(long fresh) {
    long now = nanos.getAsLong();
    if (!any || now - readAt > fresh) {
      lists = lists(read.get(), times.get());
      readAt = now;
      any = true;
    }
    return lists;
  }

  private static Lists lists(List<Check> checks, Map<CheckId, Times> times) {
    Set<Zone> zones = new HashSet<>();
    Set<CheckId> all = new HashSet<>();
    for (Check check : checks) {
      zones.addAll(check.rules().zones());
      all.add(check.id());
    }
    Map<Zone, ZoneWork> works = new HashMap<>();
    for (Zone zone : zones) {
      works.put(
          zone,
          work(checks.stream().filter(check -> check.rules().zones().contains(zone)).toList()));
    }
    return new Lists(works, all, times);
  }

  private static ZoneWork work(List<Check> checks) {
    List<Asked> asked = checks.stream().map(WorkLists::asked).toList();
    Map<CheckId, Check> byId = new HashMap<>();
    checks.forEach(check -> byId.put(check.id(), check));
    byte[] digest = ProbeKeys.digest(Json.write(asked));
    return new ZoneWork(HexFormat.of().formatHex(digest, 0, REVISION_BYTES), asked, byId);
  }

  private static Asked asked(Check check) {
    Target.Remote target = Objects.requireNonNull(check.target().remote());
    return new Asked(
        check.id().value(),
        check.version(),
        check.kind().name(),
        target.host(),
        target.port(),
        target.path(),
        check.band().limit(),
        check.band().clear(),
        check.rules().period().toSeconds(),
        check.ownAuthority());
  }
}
