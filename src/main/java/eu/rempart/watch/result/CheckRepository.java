package eu.rempart.watch.result;

import static eu.rempart.db.generated.Tables.WATCH_CHECK;

import eu.rempart.db.generated.tables.records.WatchCheckRecord;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.result.ZoneDesk.Times;
import java.text.Collator;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table {@code watch_check}. */
@Repository
class CheckRepository {

  /** The lock of whoever adds checks; the partitions have the number before. */
  private static final long FIRST = 7_310_591L;

  /** Clocks of nodes are never further apart. */
  private static final Duration APART = Duration.ofMinutes(1);

  /** The levels that every node measures by itself. */
  static final List<String> BY_NODE =
      Arrays.stream(Level.values()).filter(Level::byNode).map(Level::name).toList();

  private final DSLContext dsl;

  CheckRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * All that are watched, or could be, by name, as people sort; the database would put an É behind
   * Z.
   */
  List<Check> all() {
    return dsl
        .selectFrom(WATCH_CHECK)
        .where(WATCH_CHECK.RETIRED_AT.isNull())
        .orderBy(WATCH_CHECK.ID)
        .fetch(CheckMapper::check)
        .stream()
        .sorted(Comparator.comparing(Check::name, Collator.getInstance(Locale.ROOT)))
        .toList();
  }

  /** Since when each is watched. */
  Map<CheckId, Instant> since() {
    return dsl.select(WATCH_CHECK.ID, WATCH_CHECK.CREATED_AT)
        .from(WATCH_CHECK)
        .where(WATCH_CHECK.RETIRED_AT.isNull())
        .fetchMap(row -> new CheckId(row.value1()), row -> row.value2().toInstant());
  }

  /** When each was made, and changed last. */
  Map<CheckId, Times> times() {
    return dsl.select(WATCH_CHECK.ID, WATCH_CHECK.CREATED_AT, WATCH_CHECK.CHANGED_AT)
        .from(WATCH_CHECK)
        .where(WATCH_CHECK.RETIRED_AT.isNull())
        .fetchMap(
            row -> new CheckId(row.value1()),
            row -> new Times(row.value2().toInstant(), row.value3().toInstant()));
  }

  Instant changedAt(CheckId id) {
    return dsl.select(WATCH_CHECK.CHANGED_AT)
        .from(WATCH_CHECK)
        .where(WATCH_CHECK.ID.eq(id.value()))
        .fetchSingle(row -> row.value1().toInstant());
  }

  Optional<Check> find(CheckId id) {
    return dsl.selectFrom(WATCH_CHECK)
        .where(WATCH_CHECK.ID.eq(id.value()).and(WATCH_CHECK.RETIRED_AT.isNull()))
        .fetchOptional(CheckMapper::check);
  }

  /** Until the transaction ends, no other node asks whether there ever was any. */
  void lockFirst() {
    dsl.execute("SELECT pg_advisory_xact_lock(?)", FIRST);
  }

  /** Until the transaction ends, no check is added elsewhere. Answers how many there are. */
  int lockedCount() {
    lockFirst();
    return dsl.fetchCount(WATCH_CHECK, WATCH_CHECK.RETIRED_AT.isNull());
  }

  /** Whether there ever was any. */
  boolean none() {
    return !dsl.fetchExists(WATCH_CHECK);
  }

  void insert(Check check, Instant now, @Nullable UUID by) {
    WatchCheckRecord row = CheckMapper.row(check);
    row.setId(check.id().value());
    row.setVersion(1);
    row.setCreatedAt(utc(now));
    row.setHomeAt(utc(now));
    row.setChangedAt(utc(now));
    row.setChangedBy(by);
    dsl.insertInto(WATCH_CHECK).set(row).execute();
  }

  /** Answers whether the version was the latest. */
  boolean update(Check check, Instant now, @Nullable UUID by) {
    WatchCheckRecord row = CheckMapper.row(check);
    row.setVersion(check.version() + 1);
    row.setHomeAt(utc(now));
    row.setChangedAt(utc(now));
    row.setChangedBy(by);
    return dsl.update(WATCH_CHECK)
            .set(row)
            .where(WATCH_CHECK.ID.eq(check.id().value()))
            .and(WATCH_CHECK.VERSION.eq(check.version()))
            .and(WATCH_CHECK.RETIRED_AT.isNull())
            .execute()
        == 1;
  }

  /** Answers whether the version was the latest. */
  boolean retire(Check check, Instant now, @Nullable UUID by) {
    return dsl.update(WATCH_CHECK)
            .set(WATCH_CHECK.RETIRED_AT, utc(now))
            .set(WATCH_CHECK.ENABLED, false)
            .set(WATCH_CHECK.VERSION, check.version() + 1)
            .set(WATCH_CHECK.CHANGED_AT, utc(now))
            .set(WATCH_CHECK.CHANGED_BY, by)
            .where(WATCH_CHECK.ID.eq(check.id().value()))
            .and(WATCH_CHECK.VERSION.eq(check.version()))
            .and(WATCH_CHECK.RETIRED_AT.isNull())
            .execute()
        == 1;
  }

  /** What each node measures by itself, whatever the others do. */
  List<Check> ofEachNode() {
    return dsl.selectFrom(WATCH_CHECK)
        .where(WATCH_CHECK.ENABLED.isTrue().and(WATCH_CHECK.RETIRED_AT.isNull()))
        .and(WATCH_CHECK.LEVEL.in(BY_NODE))
        .orderBy(WATCH_CHECK.ID)
        .fetch(CheckMapper::check);
  }

  /**
   * Takes what home is to measure now, so that no other node does: its next time is a period on. A
   * clock that was set back holds nothing up: what is due later than that ever is, is due now.
   */
  List<Check> takeDue(Instant now, int limit) {
    var due =
        dsl.select(WATCH_CHECK.ID)
            .from(WATCH_CHECK)
            .where(WATCH_CHECK.ENABLED.isTrue().and(WATCH_CHECK.RETIRED_AT.isNull()))
            .and(
                WATCH_CHECK.HOME_AT.le(utc(now)).or(WATCH_CHECK.HOME_AT.gt(later(now.plus(APART)))))
            .and(DSL.val(Zone.HOME.code()).eq(DSL.any(WATCH_CHECK.ZONES)))
            .and(WATCH_CHECK.LEVEL.isNull().or(WATCH_CHECK.LEVEL.notIn(BY_NODE)))
            .orderBy(WATCH_CHECK.HOME_AT)
            .limit(limit)
            .forUpdate()
            .skipLocked();
    return dsl.update(WATCH_CHECK)
        .set(WATCH_CHECK.HOME_AT, later(now))
        .where(WATCH_CHECK.ID.in(due))
        .returning()
        .fetch(CheckMapper::check);
  }

  /** A check's period on. */
  private static Field<OffsetDateTime> later(Instant now) {
    return DSL.field(
        "{0} + {1} * interval '1 second'",
        OffsetDateTime.class, DSL.val(utc(now)), WATCH_CHECK.PERIOD_SECONDS);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
