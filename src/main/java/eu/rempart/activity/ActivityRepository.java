package eu.rempart.activity;

import static eu.rempart.db.generated.Tables.ACTIVITY;

import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.Trace;
import eu.rempart.db.ManyRows;
import eu.rempart.db.RowsById;
import eu.rempart.db.generated.ActivityWriter;
import eu.rempart.db.generated.OpenedActivity;
import eu.rempart.db.generated.rempart.Routines;
import eu.rempart.db.generated.tables.records.ActivityRecord;
import eu.rempart.db.sealed.Openings;
import eu.rempart.db.sealed.Row;
import eu.rempart.db.sealed.Sealing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowCountQuery;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Activities in the database; sealed on the way in, opened on the way out. */
@Repository
class ActivityRepository {

  private static final Set<ActivityField> ALL = EnumSet.allOf(ActivityField.class);

  private static final List<Field<?>> ALWAYS =
      List.of(
          ACTIVITY.ID,
          ACTIVITY.VERSION,
          ACTIVITY.DONE_AT,
          ACTIVITY.CREATED_AT,
          ACTIVITY.CHANGED_AT);

  private final DSLContext dsl;
  private final Sealing sealing;
  private final ActivityLinkRepository links;
  private final RowsById<Set<ActivityField>> lists;

  ActivityRepository(DSLContext dsl, Sealing sealing, ActivityLinkRepository links) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.links = links;
    this.lists =
        new RowsById<>(
            dsl,
            ActivityRepository::selected,
            (fields, ids) ->
                from(DSL.using(dsl.configuration()), fields).where(ACTIVITY.ID.eq(DSL.any(ids))));
  }

  Optional<Activity> find(ActivityId id) {
    return findAll(List.of(id.value())).stream().findFirst();
  }

  List<Activity> findAll(Collection<UUID> ids) {
    Map<UUID, ActivityLinks> linked = links.of(ids);
    return dsl.selectFrom(ACTIVITY)
        .where(ACTIVITY.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetch(row -> activity(row, linked.getOrDefault(row.getId(), ActivityLinks.NONE)));
  }

  private Activity activity(ActivityRecord row, ActivityLinks linked) {
    ActivityMapper opened = ActivityMapper.open(new OpenedActivity(row, sealing), ALL);
    Instant done = instant(row.getDoneAt());
    return new Activity(
        new ActivityId(row.getId()),
        row.getVersion(),
        opened.data(),
        linked,
        done == null ? null : new Activity.Done(done, row.getDoneBy()),
        row.getSeriesId() == null
            ? null
            : new Occurrence(new ActivityId(row.getSeriesId()), row.getOccurrenceAt().toInstant()),
        opened.unopenable(),
        new Trace(row.getCreatedAt().toInstant(), row.getCreatedBy(), row.getCreatedSource()),
        new Trace(row.getChangedAt().toInstant(), row.getChangedBy(), row.getChangeSource()));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /**
   * Rows in the order of these ids; ids of rows that are gone meanwhile are left out.
   *
   * @param linked whether to read whom and what they are about
   */
  List<ActivityRow> rows(List<UUID> ids, Set<ActivityField> fields, boolean linked) {
    Map<UUID, ActivityLinks> about = linked ? links.of(ids) : Map.of();
    Map<UUID, Row> byId = new HashMap<>();
    lists.fetch(Set.copyOf(fields), ids).forEach(row -> byId.put(row.get(ACTIVITY.ID), row));
    return Openings.inOrder(ids, byId, sealing, row -> row(row, fields, about));
  }

  /** Newest changes first: what a list shows while the index is being built. */
  List<UUID> recent(int offset, int limit) {
    return dsl.select(ACTIVITY.ID)
        .from(ACTIVITY)
        .orderBy(ACTIVITY.CHANGED_AT.desc(), ACTIVITY.ID)
        .offset(offset)
        .limit(limit)
        .fetch(ACTIVITY.ID);
  }

  /** What is open about something, by time; what has no date comes last. */
  List<UUID> open(ActivityLinkRepository.Side<?> side, UUID about, int limit) {
    return dsl.select(ACTIVITY.ID)
        .from(ACTIVITY)
        .where(ACTIVITY.ID.in(side.about(List.of(about))))
        .and(ACTIVITY.STATUS.eq(ActivityStatus.OPEN.name()))
        .orderBy(ACTIVITY.STARTS_AT.asc().nullsLast(), ACTIVITY.ID)
        .limit(limit)
        .fetch(ACTIVITY.ID);
  }

  /** What was done about something, the last first. */
  List<UUID> done(ActivityLinkRepository.Side<?> side, UUID about, int limit) {
    return dsl.select(ACTIVITY.ID)
        .from(ACTIVITY)
        .where(ACTIVITY.ID.in(side.about(List.of(about))))
        .and(ACTIVITY.STATUS.eq(ActivityStatus.DONE.name()))
        .orderBy(ACTIVITY.DONE_AT.desc(), ACTIVITY.ID)
        .limit(limit)
        .fetch(ACTIVITY.ID);
  }

  /** How many there are, counting no further than the cap. */
  int countUpTo(int cap) {
    return dsl.fetchCount(DSL.select(ACTIVITY.ID).from(ACTIVITY).limit(cap));
  }

  private static SelectJoinStep<Record> from(DSLContext dsl, Set<ActivityField> fields) {
    return dsl.select(selected(fields)).from(ACTIVITY);
  }

  private static List<Field<?>> selected(Set<ActivityField> fields) {
    List<Field<?>> columns = new ArrayList<>(ALWAYS);
    columns.addAll(ActivityMapper.columns(fields));
    return columns;
  }

  private ActivityRow row(Row row, Set<ActivityField> fields, Map<UUID, ActivityLinks> about) {
    ActivityMapper opened = ActivityMapper.open(new OpenedActivity(row, sealing), fields);
    UUID id = row.get(ACTIVITY.ID);
    return new ActivityRow(
        new ActivityId(id),
        row.get(ACTIVITY.VERSION),
        opened.data(),
        about.getOrDefault(id, ActivityLinks.NONE),
        opened.unopenable(),
        instant(row.get(ACTIVITY.DONE_AT)),
        row.get(ACTIVITY.CREATED_AT).toInstant(),
        row.get(ACTIVITY.CHANGED_AT).toInstant());
  }

  void insert(Map<ActivityId, NewActivity> activities) {
    List<ActivityRecord> rows = new ArrayList<>();
    Map<ActivityId, ActivityLinks> linked = new HashMap<>();
    activities.forEach(
        (id, activity) -> {
          ActivityWriter writer = new ActivityWriter(id.value(), sealing);
          ALL.forEach(field -> ActivityMapper.write(field, activity.data(), writer));
          Instant done = activity.doneAt();
          writer.doneAt(done == null ? null : done.atOffset(ZoneOffset.UTC));
          Occurrence of = activity.of();
          if (of != null) {
            writer.seriesId(of.series().value());
            writer.occurrenceAt(of.at().atOffset(ZoneOffset.UTC));
          }
          rows.add(writer.forInsert());
          linked.put(id, activity.links());
        });
    ManyRows.insert(dsl, rows);
    links.insert(linked);
  }

  /** Writes these fields, if the version is still this one. */
  boolean update(ActivityId id, int version, Set<ActivityField> fields, ActivityData data) {
    return updateOf(id, version, fields, data).execute() == 1;
  }

  /** Writes many at once; answers those whose version was another one. */
  Set<ActivityId> updateAll(Map<Activity, ActivityData> changes) {
    List<Activity> order =
        changes.keySet().stream()
            .filter(
                before ->
                    !ActivityField.changed(
                            before.data(), changes.getOrDefault(before, before.data()))
                        .isEmpty())
            .toList();
    int[] written =
        dsl.batch(
                order.stream()
                    .map(
                        before -> {
                          ActivityData after = changes.getOrDefault(before, before.data());
                          return updateOf(
                              before.id(),
                              before.version(),
                              ActivityField.changed(before.data(), after),
                              after);
                        })
                    .toList())
            .execute();
    return IntStream.range(0, written.length)
        .filter(i -> written[i] == 0)
        .mapToObj(i -> order.get(i).id())
        .collect(Collectors.toSet());
  }

  private RowCountQuery updateOf(
      ActivityId id, int version, Set<ActivityField> fields, ActivityData data) {
    ActivityWriter writer = new ActivityWriter(id.value(), sealing);
    fields.forEach(field -> ActivityMapper.write(field, data, writer));
    var update = dsl.update(ACTIVITY).set(writer.forUpdate());
    if (fields.contains(ActivityField.WHEN) || fields.contains(ActivityField.RECURRENCE)) {
      update = update.set(ACTIVITY.SERIES_START, seriesStart(fields, data));
    }
    return update.where(ACTIVITY.ID.eq(id.value()), ACTIVITY.VERSION.eq(version));
  }

  /**
   * The rule counts from where somebody put it; whoever wrote the one may not be shown the other.
   */
  private static Field<OffsetDateTime> seriesStart(Set<ActivityField> fields, ActivityData data) {
    When when = data.when();
    Field<OffsetDateTime> start =
        fields.contains(ActivityField.WHEN)
            ? DSL.val(
                when == null ? null : when.at().atOffset(ZoneOffset.UTC), ACTIVITY.SERIES_START)
            : ACTIVITY.STARTS_AT;
    if (fields.contains(ActivityField.RECURRENCE)) {
      return data.recurrence() == null ? DSL.castNull(ACTIVITY.SERIES_START) : start;
    }
    return DSL.when(ACTIVITY.RECURRENCE.isNotNull(), start);
  }

  /** Gives a status to those that have another one. */
  int update(Collection<UUID> ids, ActivityStatus status) {
    return dsl.update(ACTIVITY)
        .set(ACTIVITY.STATUS, status.name())
        .where(ACTIVITY.ID.in(ids), ACTIVITY.STATUS.ne(status.name()))
        .execute();
  }

  /** As {@link #update}, for what is done: calls that stood on no day, or a later one, were now. */
  int updateDone(Collection<UUID> ids, Instant now) {
    OffsetDateTime moment = now.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    Condition undated =
        ACTIVITY
            .KIND
            .eq(ActivityKind.CALL.name())
            .and(ACTIVITY.RECURRENCE.isNull())
            .and(ACTIVITY.STARTS_AT.isNull().or(ACTIVITY.STARTS_AT.gt(moment)));
    return dsl.update(ACTIVITY)
        .set(ACTIVITY.STATUS, ActivityStatus.DONE.name())
        .set(ACTIVITY.STARTS_AT, DSL.when(undated, moment).otherwise(ACTIVITY.STARTS_AT))
        .set(ACTIVITY.ZONE, DSL.when(undated, "UTC").otherwise(ACTIVITY.ZONE))
        .set(ACTIVITY.ALL_DAY, DSL.when(undated, false).otherwise(ACTIVITY.ALL_DAY))
        .set(
            ACTIVITY.MINUTES, // of a whole day they are days
            DSL.when(undated.and(ACTIVITY.ALL_DAY), DSL.castNull(Integer.class))
                .otherwise(ACTIVITY.MINUTES))
        .where(ACTIVITY.ID.in(ids), ACTIVITY.STATUS.ne(ActivityStatus.DONE.name()))
        .execute();
  }

  /** The recurring activities out of which these were taken. */
  Set<ActivityId> seriesOf(Collection<UUID> ids) {
    return dsl
        .selectDistinct(ACTIVITY.SERIES_ID)
        .from(ACTIVITY)
        .where(ACTIVITY.ID.eq(DSL.any(ids.toArray(UUID[]::new))), ACTIVITY.SERIES_ID.isNotNull())
        .fetch(row -> new ActivityId(row.value1()))
        .stream()
        .collect(Collectors.toSet());
  }

  /** Those that a change made or changed, and nobody since. */
  Set<UUID> ofChange(UUID change) {
    return dsl.select(ACTIVITY.ID)
        .from(ACTIVITY)
        .where(ACTIVITY.CHANGE_ID.eq(change))
        .fetchSet(ACTIVITY.ID);
  }

  /** Takes a change back, but for what somebody changed since. */
  void undo(UUID change) {
    Routines.undoChange(dsl.configuration(), change);
  }

  /** The database archives what is deleted. */
  int delete(Collection<UUID> ids) {
    return dsl.deleteFrom(ACTIVITY).where(ACTIVITY.ID.in(ids)).execute();
  }
}
