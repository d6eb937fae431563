package eu.rempart.watch.result;

import static eu.rempart.db.generated.Tables.WATCH_CHECK;
import static eu.rempart.db.generated.Tables.WATCH_INCIDENT;
import static eu.rempart.db.generated.Tables.WATCH_INCIDENT_STEP;

import eu.rempart.db.generated.tables.records.WatchIncidentStepRecord;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tables {@code watch_incident} and {@code watch_incident_step}. */
@Repository
class IncidentRepository {

  /** So many lines the machine writes into one story; its end comes after them. */
  private static final int LINES = 200;

  private final DSLContext dsl;

  IncidentRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Opens one, unless one is open. One that was going on at that moment and was ended too early, by
   * those who came first, goes on.
   */
  void open(CheckId check, Instant begun) {
    if (findOpen(check).isPresent() || goesOn(check, begun)) {
      return;
    }
    dsl.insertInto(WATCH_INCIDENT)
        .set(WATCH_INCIDENT.ID, UUID.randomUUID())
        .set(WATCH_INCIDENT.CHECK_ID, check.value())
        .set(WATCH_INCIDENT.BEGUN_AT, utc(begun))
        .onConflictDoNothing()
        .execute();
  }

  private boolean goesOn(CheckId check, Instant at) {
    return dsl.update(WATCH_INCIDENT)
            .setNull(WATCH_INCIDENT.ENDED_AT)
            .where(
                WATCH_INCIDENT.ID.eq(
                    dsl.select(WATCH_INCIDENT.ID)
                        .from(WATCH_INCIDENT)
                        .where(WATCH_INCIDENT.CHECK_ID.eq(check.value()))
                        .and(WATCH_INCIDENT.BEGUN_AT.le(utc(at)))
                        .and(WATCH_INCIDENT.ENDED_AT.gt(utc(at)))
                        .orderBy(WATCH_INCIDENT.BEGUN_AT.desc())
                        .limit(1)))
            .execute()
        == 1;
  }

  /**
   * Whether there is one of the time of this outage.
   *
   * @param apart so much further apart they may lie
   */
  boolean isKnown(CheckId check, Hindsight.Outage outage, Duration apart) {
    return dsl.fetchExists(
        WATCH_INCIDENT,
        WATCH_INCIDENT
            .CHECK_ID
            .eq(check.value())
            .and(WATCH_INCIDENT.BEGUN_AT.le(utc(outage.ended().plus(apart))))
            .and(
                WATCH_INCIDENT
                    .ENDED_AT
                    .isNull()
                    .or(WATCH_INCIDENT.ENDED_AT.ge(utc(outage.begun().minus(apart))))));
  }

  /** One that was over before anybody knew. */
  UUID add(CheckId check, Hindsight.Outage outage) {
    UUID id = UUID.randomUUID();
    dsl.insertInto(WATCH_INCIDENT)
        .set(WATCH_INCIDENT.ID, id)
        .set(WATCH_INCIDENT.CHECK_ID, check.value())
        .set(WATCH_INCIDENT.BEGUN_AT, utc(outage.begun()))
        .set(WATCH_INCIDENT.ENDED_AT, utc(outage.ended()))
        .execute();
    return id;
  }

  /** Ends the one that is open, if there is one. */
  void close(CheckId check, Instant ended) {
    dsl.update(WATCH_INCIDENT)
        .set(WATCH_INCIDENT.ENDED_AT, DSL.greatest(WATCH_INCIDENT.BEGUN_AT, DSL.val(utc(ended))))
        .where(WATCH_INCIDENT.CHECK_ID.eq(check.value()))
        .and(WATCH_INCIDENT.ENDED_AT.isNull())
        .execute();
  }

  Optional<UUID> findOpen(CheckId check) {
    return dsl.select(WATCH_INCIDENT.ID)
        .from(WATCH_INCIDENT)
        .where(WATCH_INCIDENT.CHECK_ID.eq(check.value()))
        .and(WATCH_INCIDENT.ENDED_AT.isNull())
        .fetchOptional(row -> row.value1());
  }

  /**
   * The one that is open began at that moment, if it was not earlier.
   *
   * @param until it went on from there until then: one that was open later only may be another
   */
  void beganBy(CheckId check, Instant begun, Instant until) {
    dsl.update(WATCH_INCIDENT)
        .set(WATCH_INCIDENT.BEGUN_AT, utc(begun))
        .where(WATCH_INCIDENT.CHECK_ID.eq(check.value()))
        .and(WATCH_INCIDENT.ENDED_AT.isNull())
        .and(WATCH_INCIDENT.BEGUN_AT.gt(utc(begun)))
        .and(WATCH_INCIDENT.BEGUN_AT.le(utc(until)))
        .execute();
  }

  /** When the one that is open began. */
  Optional<Instant> openSince(CheckId check) {
    return dsl.select(WATCH_INCIDENT.BEGUN_AT)
        .from(WATCH_INCIDENT)
        .where(WATCH_INCIDENT.CHECK_ID.eq(check.value()))
        .and(WATCH_INCIDENT.ENDED_AT.isNull())
        .fetchOptional(row -> row.value1().toInstant());
  }

  /** Whether there is one with this id. */
  boolean exists(UUID id) {
    return dsl.fetchExists(WATCH_INCIDENT, WATCH_INCIDENT.ID.eq(id));
  }

  /** One more line. */
  void tell(UUID incident, Step step, @Nullable UUID by) {
    boolean last = step.kind() == Step.Kind.UP || step.kind() == Step.Kind.NOTE;
    if (!last && lines(incident) >= LINES) {
      return;
    }
    WatchIncidentStepRecord row = new WatchIncidentStepRecord();
    row.setIncidentId(incident);
    row.setAt(utc(step.at()));
    row.setKind(step.kind().name());
    row.setZones(step.zones().stream().map(Zone::code).toArray(String[]::new));
    Failure failure = step.failure();
    row.setFailure(failure == null ? null : failure.name());
    row.setNumber(step.number());
    row.setNote(step.note());
    row.setMemberId(by);
    dsl.insertInto(WATCH_INCIDENT_STEP).set(row).execute();
  }

  private int lines(UUID incident) {
    return dsl.fetchCount(WATCH_INCIDENT_STEP, WATCH_INCIDENT_STEP.INCIDENT_ID.eq(incident));
  }

  /** How many outages each check had. */
  Map<CheckId, Integer> counts() {
    return dsl.select(WATCH_INCIDENT.CHECK_ID, DSL.count())
        .from(WATCH_INCIDENT)
        .groupBy(WATCH_INCIDENT.CHECK_ID)
        .fetchMap(row -> new CheckId(row.value1()), row -> row.value2());
  }

  /**
   * The latest, with their stories.
   *
   * @param shownAlone only those of checks that the public sees: shown, and measured
   */
  List<Incident> latest(int limit, boolean shownAlone) {
    Condition wanted =
        shownAlone
            ? WATCH_CHECK
                .SHOWN
                .isTrue()
                .and(WATCH_CHECK.ENABLED.isTrue())
                .and(WATCH_CHECK.RETIRED_AT.isNull())
            : DSL.noCondition();
    var chosen =
        dsl.select(
                WATCH_INCIDENT.ID,
                WATCH_INCIDENT.CHECK_ID,
                WATCH_INCIDENT.BEGUN_AT,
                WATCH_INCIDENT.ENDED_AT)
            .from(WATCH_INCIDENT)
            .join(WATCH_CHECK)
            .on(WATCH_CHECK.ID.eq(WATCH_INCIDENT.CHECK_ID))
            .where(wanted)
            .orderBy(WATCH_INCIDENT.BEGUN_AT.desc(), WATCH_INCIDENT.ID)
            .limit(limit)
            .fetch();
    Map<UUID, List<Step>> stories =
        dsl.selectFrom(WATCH_INCIDENT_STEP)
            .where(WATCH_INCIDENT_STEP.INCIDENT_ID.in(chosen.getValues(WATCH_INCIDENT.ID)))
            .orderBy(WATCH_INCIDENT_STEP.ID)
            .fetchGroups(row -> row.getIncidentId(), IncidentRepository::step);
    return chosen.map(
        row ->
            new Incident(
                row.value1(),
                new CheckId(row.value2()),
                row.value3().toInstant(),
                row.value4() == null ? null : row.value4().toInstant(),
                stories.getOrDefault(row.value1(), List.of())));
  }

  private static Step step(WatchIncidentStepRecord row) {
    return new Step(
        row.getAt().toInstant(),
        Step.Kind.valueOf(row.getKind()),
        Arrays.stream(row.getZones()).map(Zone::new).toList(),
        row.getFailure() == null ? null : Failure.valueOf(row.getFailure()),
        row.getNumber(),
        row.getNote());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
