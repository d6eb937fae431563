package eu.rempart.watch.result;

import static eu.rempart.db.generated.Tables.WATCH_STATE;
import static eu.rempart.db.generated.Tables.WATCH_ZONE_VIEW;

import eu.rempart.db.generated.tables.records.WatchStateRecord;
import eu.rempart.db.generated.tables.records.WatchZoneViewRecord;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckState;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.check.ZoneView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tables {@code watch_state} and {@code watch_zone_view}. */
@Repository
class StateRepository {

  private final DSLContext dsl;

  StateRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The state of a check, which no other node touches until the transaction ends. */
  CheckState lock(CheckId check, Instant now) {
    return lockKnown(check)
        .orElseGet(
            () -> {
              dsl.insertInto(WATCH_STATE)
                  .set(row(check, CheckState.begin(now)))
                  .onConflict(WATCH_STATE.CHECK_ID)
                  .doNothing()
                  .execute();
              return lockKnown(check).orElseThrow();
            });
  }

  /** The same; empty before the first result. */
  Optional<CheckState> lockKnown(CheckId check) {
    return dsl.selectFrom(WATCH_STATE)
        .where(WATCH_STATE.CHECK_ID.eq(check.value()))
        .forUpdate()
        .fetchOptional(row -> state(row, views(check)));
  }

  private Map<Zone, ZoneView> views(CheckId check) {
    return dsl.selectFrom(WATCH_ZONE_VIEW)
        .where(WATCH_ZONE_VIEW.CHECK_ID.eq(check.value()))
        .fetchMap(view -> new Zone(view.getZone()), StateRepository::view);
  }

  /** The states of all checks that have one. */
  Map<CheckId, CheckState> all() {
    Map<CheckId, Map<Zone, ZoneView>> zones = new HashMap<>();
    dsl.selectFrom(WATCH_ZONE_VIEW)
        .forEach(
            view ->
                zones
                    .computeIfAbsent(new CheckId(view.getCheckId()), _ -> new HashMap<>())
                    .put(new Zone(view.getZone()), view(view)));
    Map<CheckId, CheckState> states = new HashMap<>();
    dsl.selectFrom(WATCH_STATE)
        .forEach(
            row -> {
              CheckId id = new CheckId(row.getCheckId());
              states.put(id, state(row, zones.getOrDefault(id, Map.of())));
            });
    return states;
  }

  /** What each zone thinks of some checks. */
  Map<CheckId, Map<Zone, ZoneView>> views(Collection<CheckId> checks) {
    Map<CheckId, Map<Zone, ZoneView>> views = new HashMap<>();
    dsl.selectFrom(WATCH_ZONE_VIEW)
        .where(WATCH_ZONE_VIEW.CHECK_ID.in(checks.stream().map(CheckId::value).toList()))
        .forEach(
            view ->
                views
                    .computeIfAbsent(new CheckId(view.getCheckId()), _ -> new HashMap<>())
                    .put(new Zone(view.getZone()), view(view)));
    return views;
  }

  /** What was wrong in a zone the last time; null if nothing was. */
  @Nullable Failure failureIn(Zone zone, CheckId check) {
    return dsl.select(WATCH_ZONE_VIEW.FAILURE)
        .from(WATCH_ZONE_VIEW)
        .where(WATCH_ZONE_VIEW.CHECK_ID.eq(check.value()))
        .and(WATCH_ZONE_VIEW.ZONE.eq(zone.code()))
        .fetchOne(row -> failure(row.value1()));
  }

  /**
   * Saves what has changed of a state; with many zones most of it has not.
   *
   * @param before as it was when it was locked
   */
  void save(CheckId check, CheckState before, CheckState after) {
    WatchStateRecord row = row(check, after);
    if (!row.equals(row(check, before))) {
      dsl.update(WATCH_STATE).set(row).where(WATCH_STATE.CHECK_ID.eq(check.value())).execute();
    }
    if (!after.zones().keySet().containsAll(before.zones().keySet())) {
      List<String> left = after.zones().keySet().stream().map(Zone::code).toList();
      dsl.deleteFrom(WATCH_ZONE_VIEW)
          .where(WATCH_ZONE_VIEW.CHECK_ID.eq(check.value()))
          .and(WATCH_ZONE_VIEW.ZONE.notIn(left))
          .execute();
    }
    after
        .zones()
        .forEach(
            (zone, view) -> {
              if (!view.equals(before.zones().get(zone))) {
                save(row(check, zone, view));
              }
            });
  }

  private void save(WatchZoneViewRecord row) {
    dsl.insertInto(WATCH_ZONE_VIEW)
        .set(row)
        .onConflict(WATCH_ZONE_VIEW.CHECK_ID, WATCH_ZONE_VIEW.ZONE)
        .doUpdate()
        .set(row)
        .execute();
  }

  private static WatchStateRecord row(CheckId check, CheckState state) {
    WatchStateRecord row = new WatchStateRecord();
    row.setCheckId(check.value());
    row.setRaw(state.raw().name());
    row.setFlapping(state.flapping());
    row.setSince(utc(state.since()));
    row.setDowns(state.downs().stream().map(StateRepository::utc).toArray(OffsetDateTime[]::new));
    return row;
  }

  private static WatchZoneViewRecord row(CheckId check, Zone zone, ZoneView view) {
    WatchZoneViewRecord row = new WatchZoneViewRecord();
    row.setCheckId(check.value());
    row.setZone(zone.code());
    row.setFailed(view.failed());
    row.setSucceeded(view.succeeded());
    row.setBad(view.bad());
    row.setAt(utc(view.at()));
    Failure failure = view.failure();
    row.setFailure(failure == null ? null : failure.name());
    return row;
  }

  private static CheckState state(WatchStateRecord row, Map<Zone, ZoneView> zones) {
    List<Instant> downs = Arrays.stream(row.getDowns()).map(OffsetDateTime::toInstant).toList();
    return new CheckState(
        Stage.valueOf(row.getRaw()), row.getFlapping(), row.getSince().toInstant(), zones, downs);
  }

  private static ZoneView view(WatchZoneViewRecord row) {
    return new ZoneView(
        row.getFailed(),
        row.getSucceeded(),
        row.getBad(),
        row.getAt().toInstant(),
        failure(row.getFailure()));
  }

  private static @Nullable Failure failure(@Nullable String name) {
    return name == null ? null : Failure.valueOf(name);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
