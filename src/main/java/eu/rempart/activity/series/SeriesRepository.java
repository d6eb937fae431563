package eu.rempart.activity.series;

import static eu.rempart.db.generated.Tables.ACTIVITY;
import static eu.rempart.db.generated.Tables.ACTIVITY_REMINDED;

import eu.rempart.activity.ActivityId;
import eu.rempart.activity.attending.AttendingQueries;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.Recurrence;
import eu.rempart.activity.value.RecurrenceReach;
import eu.rempart.activity.value.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.SelectForUpdateStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Recurring activities, whose rules and times are in clear, and what was taken out of them. */
@Repository
class SeriesRepository {

  /** The day with which a rule ends, if it names one. */
  private static final String LAST_DAY = "(?i)until=([0-9]{8})";

  /** Older ones are long past. */
  private static final int MOST_CHANGES = 200;

  private final DSLContext dsl;

  SeriesRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Those that may have an occurrence in a range: however many there are, for each costs some
   * microseconds to unfold, and one that is missing is missed.
   *
   * @param owners whose, be it theirs or that they are asked to it; empty for everybody's
   */
  List<Series> within(Instant from, Instant to, Collection<UUID> owners) {
    // an end is told in some zone or other
    String day =
        DateTimeFormatter.BASIC_ISO_DATE.format(
            LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(2));
    Condition reaching =
        ACTIVITY
            .RECURRENCE
            .isNotNull()
            .and(ACTIVITY.STARTS_AT.lt(to.atOffset(ZoneOffset.UTC)))
            .and(
                DSL.coalesce(
                        DSL.field(
                            "substring({0} from {1})",
                            String.class, ACTIVITY.RECURRENCE, DSL.inline(LAST_DAY)),
                        DSL.inline("99999999"))
                    .ge(day));
    return series(
        query(owners.isEmpty() ? reaching : AttendingQueries.planned(owners, reaching))
            .fetch()
            .stream()
            .filter(
                row ->
                    RecurrenceReach.mayReach(
                        row.value5(), When.of(row.value3().toInstant(), row.value4()), from, to)));
  }

  /** Those of these that recur. */
  List<Series> of(Collection<ActivityId> ids) {
    return fetch(ACTIVITY.ID.in(ids.stream().map(ActivityId::value).toList()));
  }

  /**
   * As {@link #of}; nobody else changes them until this transaction ends. Who had to wait for
   * somebody sees what that one made of them, also by {@link #taken}.
   */
  List<Series> held(Collection<ActivityId> ids) {
    return series(
        query(ACTIVITY.ID.in(ids.stream().map(ActivityId::value).toList()))
            .forUpdate()
            .fetch()
            .stream());
  }

  private List<Series> fetch(Condition which) {
    return series(query(which).fetch().stream());
  }

  private static List<Series> series(
      Stream<Record5<UUID, OffsetDateTime, OffsetDateTime, String, String>> rows) {
    return rows.flatMap(SeriesRepository::series).toList();
  }

  private SelectForUpdateStep<Record5<UUID, OffsetDateTime, OffsetDateTime, String, String>> query(
      Condition which) {
    return dsl.select(
            ACTIVITY.ID,
            ACTIVITY.STARTS_AT,
            ACTIVITY.SERIES_START,
            ACTIVITY.ZONE,
            ACTIVITY.RECURRENCE)
        .from(ACTIVITY)
        .where(which)
        .and(ACTIVITY.RECURRENCE.isNotNull())
        .and(ACTIVITY.STATUS.eq(DSL.inline(ActivityStatus.OPEN.name())))
        .orderBy(ACTIVITY.STARTS_AT, ACTIVITY.ID);
  }

  /** None where somebody wrote a rule past us that can't be read. */
  private static Stream<Series> series(
      Record5<UUID, OffsetDateTime, OffsetDateTime, String, String> row) {
    When next = When.of(row.value2().toInstant(), row.value4());
    When first = When.of(row.value3().toInstant(), row.value4());
    return Recurrence.kept(row.value5()).stream()
        .map(rule -> new Series(new ActivityId(row.value1()), first, next, rule));
  }

  /** The places of what was done, moved, called off or given away, seen or not, by its series. */
  Map<ActivityId, Set<Instant>> taken(Collection<Series> series) {
    Map<ActivityId, Set<Instant>> taken = new HashMap<>();
    if (!series.isEmpty()) {
      UUID[] ids = series.stream().map(one -> one.id().value()).toArray(UUID[]::new);
      dsl.select(DSL.field("of_series", UUID.class), DSL.field("place", OffsetDateTime.class))
          .from("rempart.taken_out_of({0})", DSL.val(ids))
          .forEach(
              row ->
                  taken
                      .computeIfAbsent(new ActivityId(row.value1()), _ -> new HashSet<>())
                      .add(row.value2().toInstant()));
    }
    return taken;
  }

  /**
   * What was moved or called off of a series, by id, with the place that the rule has for it.
   *
   * @param besides places of which that is told also where it is as the rule has it
   */
  Map<UUID, Instant> changed(ActivityId series, Collection<Instant> besides) {
    Map<UUID, Instant> changed = new HashMap<>();
    dsl.select(ACTIVITY.ID, ACTIVITY.OCCURRENCE_AT)
        .from(ACTIVITY)
        .where(ACTIVITY.SERIES_ID.eq(series.value()))
        .and(
            ACTIVITY
                .STATUS
                .eq(DSL.inline(ActivityStatus.CANCELLED.name()))
                .or(ACTIVITY.STARTS_AT.ne(ACTIVITY.OCCURRENCE_AT))
                .or(
                    ACTIVITY.OCCURRENCE_AT.in(
                        besides.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toList())))
        .orderBy(ACTIVITY.OCCURRENCE_AT.desc())
        .limit(MOST_CHANGES)
        .forEach(row -> changed.put(row.value1(), row.value2().toInstant()));
    return changed;
  }

  /** Lets it go by another rule, which counts from where it did. */
  void rule(ActivityId id, Recurrence rule) {
    dsl.update(ACTIVITY)
        .set(ACTIVITY.RECURRENCE, rule.rule())
        .where(ACTIVITY.ID.eq(id.value()))
        .execute();
  }

  /**
   * Gives what was taken out of a series to another one, or to other places of the same: all at
   * once, so that nothing is moved twice.
   *
   * @param places by the place that the one has for it, that of the other
   * @return false where whoever acts may not change all of it
   */
  boolean give(ActivityId from, ActivityId to, Map<Instant, Instant> places) {
    if (places.isEmpty()) {
      return true;
    }
    Table<?> moved =
        DSL.table(
                "unnest({0}, {1})",
                DSL.val(times(places.keySet())), DSL.val(times(places.values())))
            .as("moved", "place", "after");
    Field<OffsetDateTime> place = DSL.field(DSL.name("moved", "place"), OffsetDateTime.class);
    return dsl.update(ACTIVITY)
            .set(ACTIVITY.SERIES_ID, to.value())
            .set(
                ACTIVITY.OCCURRENCE_AT, DSL.field(DSL.name("moved", "after"), OffsetDateTime.class))
            .from(moved)
            .where(ACTIVITY.SERIES_ID.eq(from.value()))
            .and(ACTIVITY.OCCURRENCE_AT.eq(place))
            .returningResult(place)
            .fetch()
            .intoSet(place)
            .size()
        == places.size();
  }

  private static OffsetDateTime[] times(Collection<Instant> moments) {
    return moments.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
  }

  /** Whoever was reminded of the one was reminded of the other at the same moments. */
  void remindedOf(ActivityId one, ActivityId other) {
    dsl.insertInto(
            ACTIVITY_REMINDED,
            ACTIVITY_REMINDED.ACTIVITY_ID,
            ACTIVITY_REMINDED.REMIND_AT,
            ACTIVITY_REMINDED.MEMBER_ID,
            ACTIVITY_REMINDED.SEEN_AT,
            ACTIVITY_REMINDED.TOLD_AT)
        .select(
            DSL.select(
                    DSL.val(other.value()),
                    ACTIVITY_REMINDED.REMIND_AT,
                    ACTIVITY_REMINDED.MEMBER_ID,
                    ACTIVITY_REMINDED.SEEN_AT,
                    ACTIVITY_REMINDED.TOLD_AT)
                .from(ACTIVITY_REMINDED)
                .where(ACTIVITY_REMINDED.ACTIVITY_ID.eq(one.value())))
        .execute();
  }

  /** Lets it stand at another occurrence. */
  void moveOn(ActivityId id, When to) {
    dsl.update(ACTIVITY)
        .set(ACTIVITY.STARTS_AT, to.at().atOffset(ZoneOffset.UTC))
        .where(ACTIVITY.ID.eq(id.value()))
        .execute();
  }

  /** What a series is about, seen or not, is what was taken out of it about as well. */
  void takeAlong(ActivityId series, ActivityId taken) {
    dsl.execute(
        "SELECT rempart.take_along({0}, {1})", DSL.val(series.value()), DSL.val(taken.value()));
  }
}
