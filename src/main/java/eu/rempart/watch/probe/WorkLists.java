package eu.rempart.watch.probe;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.wire.Exchange.Asked;
import eu.rempart.watch.wire.Json;
import eu.rempart.watch.wire.ProbeKeys;
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
  private static final int REVISION_BYTES = 8;

  /**
   * What a zone is to measure.
   *
   * @param revision changes with any of it
   */
  record ZoneWork(String revision, List<Asked> asked, Map<CheckId, Check> checks) {}

  private record Lists(Map<Zone, ZoneWork> zones, Set<CheckId> all) {}

  private final Supplier<List<Check>> read;
  private final LongSupplier nanos;
  private Lists lists = new Lists(Map.of(), Set.of());
  private long readAt;
  private boolean any;

  WorkLists(Supplier<List<Check>> read, LongSupplier nanos) {
    this.read = read;
    this.nanos = nanos;
  }

  ZoneWork of(Zone zone) {
    return Objects.requireNonNullElseGet(current().zones().get(zone), () -> work(List.of()));
  }

  /** Whether any zone measures it. */
  boolean knows(CheckId check) {
    return current().all().contains(check);
  }

  private synchronized Lists current() {
    long now = nanos.getAsLong();
    if (!any || now - readAt > FRESH) {
      lists = lists(read.get());
      readAt = now;
      any = true;
    }
    return lists;
  }

  private static Lists lists(List<Check> checks) {
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
    return new Lists(works, all);
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
