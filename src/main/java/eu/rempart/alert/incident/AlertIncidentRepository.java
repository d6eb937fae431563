package eu.rempart.alert.incident;

import static eu.rempart.db.generated.Tables.ALERT_INCIDENT;

import eu.rempart.alert.channel.Severity;
import eu.rempart.db.generated.tables.records.AlertIncidentRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table {@code alert_incident}. */
@Repository
class AlertIncidentRepository {

  private static final Condition GOING = ALERT_INCIDENT.STATE.ne(IncidentState.RESOLVED.name());

  private final DSLContext dsl;

  AlertIncidentRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Until the transaction ends, no other node raises or ends anything of this source. */
  void lockSource(String source) {
    dsl.fetch("SELECT pg_advisory_xact_lock(7310600, hashtext(?))", source);
  }

  Optional<Incident> findGoing(String key) {
    return dsl.selectFrom(ALERT_INCIDENT)
        .where(ALERT_INCIDENT.KEY.eq(key).and(GOING))
        .forNoKeyUpdate()
        .fetchOptional(AlertIncidentRepository::incident);
  }

  /** Held against all others until the transaction ends. */
  Optional<Incident> lock(UUID id) {
    return dsl.selectFrom(ALERT_INCIDENT)
        .where(ALERT_INCIDENT.ID.eq(id))
        .forNoKeyUpdate()
        .fetchOptional(AlertIncidentRepository::incident);
  }

  Optional<Incident> find(UUID id) {
    return dsl.selectFrom(ALERT_INCIDENT)
        .where(ALERT_INCIDENT.ID.eq(id))
        .fetchOptional(AlertIncidentRepository::incident);
  }

  /**
   * How many of a source go on that stand for themselves.
   *
   * @param quietToo those, too, of which nobody is told because of planned maintenance
   */
  int going(String source, boolean quietToo, Instant now) {
    Condition counted =
        quietToo
            ? DSL.noCondition()
            : ALERT_INCIDENT.QUIET_UNTIL.isNull().or(ALERT_INCIDENT.QUIET_UNTIL.le(utc(now)));
    return dsl.fetchCount(
        ALERT_INCIDENT,
        ALERT_INCIDENT
            .SOURCE
            .eq(source)
            .and(ALERT_INCIDENT.GROUPED.isFalse())
            .and(GOING)
            .and(counted));
  }

  List<Incident> allGoing(String source) {
    return dsl.selectFrom(ALERT_INCIDENT)
        .where(ALERT_INCIDENT.SOURCE.eq(source).and(GOING))
        .orderBy(ALERT_INCIDENT.BEGUN_AT, ALERT_INCIDENT.ID)
        .fetch(AlertIncidentRepository::incident);
  }

  Incident insert(AlertRequest request, boolean grouped, Instant now) {
    UUID id = UUID.randomUUID();
    dsl.insertInto(ALERT_INCIDENT)
        .set(ALERT_INCIDENT.ID, id)
        .set(ALERT_INCIDENT.KEY, request.key())
        .set(ALERT_INCIDENT.SOURCE, request.source())
        .set(ALERT_INCIDENT.LABEL, request.label())
        .set(ALERT_INCIDENT.WHAT, request.what())
        .set(ALERT_INCIDENT.FACTS, request.facts().toArray(String[]::new))
        .set(ALERT_INCIDENT.PATH, request.path())
        .set(ALERT_INCIDENT.SEVERITY, request.severity().name())
        .set(ALERT_INCIDENT.ENDING, request.ending().name())
        .set(ALERT_INCIDENT.STATE, IncidentState.OPEN.name())
        .set(ALERT_INCIDENT.GROUPED, grouped)
        .set(ALERT_INCIDENT.RAISED, 1L)
        .set(ALERT_INCIDENT.BEGUN_AT, utc(now))
        .set(ALERT_INCIDENT.LAST_AT, utc(now))
        .set(ALERT_INCIDENT.LEVEL, 0)
        .set(ALERT_INCIDENT.REMINDERS, 0)
        .set(ALERT_INCIDENT.QUIET_UNTIL, utcOrNull(request.quietUntil()))
        .execute();
    return find(id).orElseThrow();
  }

  void again(UUID id, Instant now) {
    dsl.update(ALERT_INCIDENT)
        .set(ALERT_INCIDENT.RAISED, ALERT_INCIDENT.RAISED.plus(1))
        .set(ALERT_INCIDENT.LAST_AT, utc(now))
        .where(ALERT_INCIDENT.ID.eq(id))
        .execute();
  }

  /** It is something else than it was. */
  void restate(UUID id, AlertRequest request) {
    dsl.update(ALERT_INCIDENT)
        .set(ALERT_INCIDENT.WHAT, request.what())
        .set(ALERT_INCIDENT.FACTS, request.facts().toArray(String[]::new))
        .where(ALERT_INCIDENT.ID.eq(id))
        .execute();
  }

  void overflow(UUID id) {
    dsl.update(ALERT_INCIDENT)
        .set(ALERT_INCIDENT.OVERFLOWED, true)
        .where(ALERT_INCIDENT.ID.eq(id))
        .execute();
  }

  boolean overflowed(UUID id) {
    return dsl.fetchExists(
        ALERT_INCIDENT, ALERT_INCIDENT.ID.eq(id).and(ALERT_INCIDENT.OVERFLOWED.isTrue()));
  }

  /** It is worse: whoever took care of it takes care of less than there is, and it is open anew. */
  void grow(UUID id, Severity severity) {
    dsl.update(ALERT_INCIDENT)
        .set(ALERT_INCIDENT.SEVERITY, severity.name())
        .set(ALERT_INCIDENT.STATE, IncidentState.OPEN.name())
        .set(
            ALERT_INCIDENT.OPENINGS,
            DSL.when(
                    ALERT_INCIDENT.STATE.eq(IncidentState.ACKNOWLEDGED.name()),
                    ALERT_INCIDENT.OPENINGS.plus(1))
                .else_(ALERT_INCIDENT.OPENINGS))
        .setNull(ALERT_INCIDENT.ACKNOWLEDGED_AT)
        .setNull(ALERT_INCIDENT.ACKNOWLEDGED_BY)
        .where(ALERT_INCIDENT.ID.eq(id))
        .execute();
  }

  void quiet(UUID id, @Nullable Instant until, @Nullable Instant escalateAt) {
    dsl.update(ALERT_INCIDENT)
        .set(ALERT_INCIDENT.QUIET_UNTIL, utcOrNull(until))
        .set(ALERT_INCIDENT.ESCALATE_AT, utcOrNull(escalateAt))
        .where(ALERT_INCIDENT.ID.eq(id))
        .execute();
  }

  void escalate(UUID id, int level, int reminders, @Nullable Instant next) {
    dsl.update(ALERT_INCIDENT)
        .set(ALERT_INCIDENT.LEVEL, level)
        .set(ALERT_INCIDENT.REMINDERS, reminders)
        .set(ALERT_INCIDENT.ESCALATE_AT, utcOrNull(next))
        .where(ALERT_INCIDENT.ID.eq(id))
        .execute();
  }

  /** Those for which nobody was told until a silence ends. */
  void endSilence(Instant end, Instant now) {
    // one for many has its quiet from those that it stands for
    dsl.update(ALERT_INCIDENT)
        .setNull(ALERT_INCIDENT.QUIET_UNTIL)
        .where(ALERT_INCIDENT.QUIET_UNTIL.eq(utc(end)).and(ALERT_INCIDENT.GROUPED).and(GOING))
        .execute();
    dsl.update(ALERT_INCIDENT)
        .set(ALERT_INCIDENT.ESCALATE_AT, utc(now))
        .where(ALERT_INCIDENT.ESCALATE_AT.eq(utc(end)))
        .execute();
  }

  void acknowledge(UUID id, UUID by, Instant now) {
    dsl.update(ALERT_INCIDENT)
        .set(ALERT_INCIDENT.STATE, IncidentState.ACKNOWLEDGED.name())
        .set(ALERT_INCIDENT.ACKNOWLEDGED_AT, utc(now))
        .set(ALERT_INCIDENT.ACKNOWLEDGED_BY, by)
        .setNull(ALERT_INCIDENT.ESCALATE_AT)
        .where(ALERT_INCIDENT.ID.eq(id))
        .execute();
  }

  void resolve(UUID id, Instant now) {
    dsl.update(ALERT_INCIDENT)
        .set(ALERT_INCIDENT.STATE, IncidentState.RESOLVED.name())
        .set(ALERT_INCIDENT.RESOLVED_AT, utc(now))
        .setNull(ALERT_INCIDENT.ESCALATE_AT)
        .where(ALERT_INCIDENT.ID.eq(id))
        .execute();
  }

  /** Those that nobody takes care of yet. */
  List<UUID> open(int most) {
    return dsl.select(ALERT_INCIDENT.ID)
        .from(ALERT_INCIDENT)
        .where(ALERT_INCIDENT.STATE.eq(IncidentState.OPEN.name()))
        .orderBy(ALERT_INCIDENT.BEGUN_AT)
        .limit(most)
        .fetch(ALERT_INCIDENT.ID);
  }

  /** Those of which the next ones are to be told, the longest due first. */
  List<UUID> due(Instant now, int most) {
    return dsl.select(ALERT_INCIDENT.ID)
        .from(ALERT_INCIDENT)
        .where(ALERT_INCIDENT.ESCALATE_AT.le(utc(now)))
        .orderBy(ALERT_INCIDENT.ESCALATE_AT)
        .limit(most)
        .fetch(ALERT_INCIDENT.ID);
  }

  /** Those that end by themselves and were not raised again since. */
  List<UUID> quietSince(Instant before, int most) {
    return dsl.select(ALERT_INCIDENT.ID)
        .from(ALERT_INCIDENT)
        .where(GOING)
        .and(
            ALERT_INCIDENT.ENDING.eq(Ending.BY_QUIET.name()).or(ALERT_INCIDENT.OVERFLOWED.isTrue()))
        .and(ALERT_INCIDENT.LAST_AT.lt(utc(before)))
        .limit(most)
        .fetch(ALERT_INCIDENT.ID);
  }

  /** Those that go on first, the worst and the newest of them first, then those that are over. */
  List<Incident> latest(int going, int over) {
    List<Incident> all =
        dsl.selectFrom(ALERT_INCIDENT)
            .where(GOING)
            .orderBy(
                DSL.case_(ALERT_INCIDENT.STATE).when(IncidentState.OPEN.name(), 0).else_(1),
                DSL.case_(ALERT_INCIDENT.SEVERITY)
                    .when(Severity.CRITICAL.name(), 0)
                    .when(Severity.WARNING.name(), 1)
                    .else_(2),
                ALERT_INCIDENT.BEGUN_AT.desc())
            .limit(going)
            .fetch(AlertIncidentRepository::incident);
    all.addAll(
        dsl.selectFrom(ALERT_INCIDENT)
            .where(ALERT_INCIDENT.STATE.eq(IncidentState.RESOLVED.name()))
            .orderBy(ALERT_INCIDENT.BEGUN_AT.desc())
            .limit(over)
            .fetch(AlertIncidentRepository::incident));
    return all;
  }

  private static Incident incident(AlertIncidentRecord row) {
    return new Incident(
        row.getId(),
        row.getKey(),
        row.getSource(),
        row.getLabel(),
        Severity.valueOf(row.getSeverity()),
        row.getWhat(),
        List.of(row.getFacts()),
        row.getPath(),
        Ending.valueOf(row.getEnding()),
        IncidentState.valueOf(row.getState()),
        row.getGrouped(),
        row.getRaised(),
        row.getBegunAt().toInstant(),
        row.getLastAt().toInstant(),
        instant(row.getAcknowledgedAt()),
        row.getAcknowledgedBy(),
        instant(row.getResolvedAt()),
        row.getOpenings(),
        row.getLevel(),
        row.getReminders(),
        instant(row.getEscalateAt()),
        instant(row.getQuietUntil()));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
    return at == null ? null : utc(at);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
