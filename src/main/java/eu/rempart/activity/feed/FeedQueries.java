package eu.rempart.activity.feed;

import static eu.rempart.db.generated.Tables.ACTIVITY;

import eu.rempart.activity.attending.AttendingQueries;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.Recurrence;
import eu.rempart.activity.value.Reminders;
import eu.rempart.activity.value.When;
import eu.rempart.db.generated.ActivitySealed;
import eu.rempart.db.sealed.SealedColumn;
import eu.rempart.db.sealed.Sealing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody plans, from what is in clear; subjects and places when they are asked for. */
@Component
class FeedQueries {

  private static final int MOST = 2_000;

  private final DSLContext dsl;
  private final Sealing sealing;

  FeedQueries(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /**
   * Something that somebody plans.
   *
   * @param key by which calendars know it again
   * @param reminders minutes before its beginning; none of what is done
   * @param subject null where it was not asked for, or does not open
   */
  record Planned(
      String key,
      When when,
      @Nullable Integer minutes,
      List<Integer> reminders,
      @Nullable String subject,
      @Nullable String place) {

    Planned {
      reminders = List.copyOf(reminders);
    }

    /** Without what these columns hold. */
    Planned without(Set<String> hidden) {
      return new Planned(
          key,
          when,
          hidden.contains("minutes") ? null : minutes,
          hidden.contains("reminder_minutes") ? List.of() : reminders,
          subject,
          hidden.contains("place") ? null : place);
    }

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Planned[hidden]";
    }
  }

  /**
   * What they own and what they are asked to, by time, recurring ones unfolded.
   *
   * @param told whether to open subjects and places, for which the key is needed
   */
  List<Planned> planned(UUID owner, Instant from, Instant to, boolean told) {
    List<Planned> planned = new ArrayList<>();
    for (Record row : rows(owner, within(from, to), told)) {
      When when = When.of(row.get(ACTIVITY.STARTS_AT).toInstant(), row.get(ACTIVITY.ZONE));
      planned.add(one(row, row.get(ACTIVITY.ID).toString(), when, told));
    }
    List<? extends Record> series = rows(owner, ACTIVITY.RECURRENCE.isNotNull(), told);
    Map<UUID, Set<Instant>> taken = taken(series);
    for (Record row : series) {
      unfold(row, taken.getOrDefault(row.get(ACTIVITY.ID), Set.of()), from, to, told, planned);
    }
    return planned;
  }

  private static Condition within(Instant from, Instant to) {
    return ACTIVITY
        .STARTS_AT
        .ge(from.atOffset(ZoneOffset.UTC))
        .and(ACTIVITY.STARTS_AT.lt(to.atOffset(ZoneOffset.UTC)));
  }

  private List<? extends Record> rows(UUID owner, Condition which, boolean told) {
    var columns =
        new ArrayList<Field<?>>(
            List.of(
                ACTIVITY.ID,
                ACTIVITY.STARTS_AT,
                ACTIVITY.ZONE,
                ACTIVITY.MINUTES,
                ACTIVITY.REMINDER_MINUTES,
                ACTIVITY.STATUS,
                ACTIVITY.RECURRENCE,
                ACTIVITY.SERIES_START));
    if (told) {
      columns.add(ACTIVITY.SUBJECT);
      columns.add(ACTIVITY.PLACE);
    }
    return dsl.select(columns)
        .from(ACTIVITY)
        .where(
            AttendingQueries.planned(
                List.of(owner),
                which
                    .and(ACTIVITY.STARTS_AT.isNotNull())
                    .and(ACTIVITY.STATUS.ne(ActivityStatus.CANCELLED.name()))))
        .orderBy(ACTIVITY.STARTS_AT, ACTIVITY.ID)
        .limit(MOST)
        .fetch();
  }

  private Map<UUID, Set<Instant>> taken(List<? extends Record> series) {
    Map<UUID, Set<Instant>> taken = new HashMap<>();
    if (!series.isEmpty()) {
      UUID[] ids = series.stream().map(row -> row.get(ACTIVITY.ID)).toArray(UUID[]::new);
      dsl.select(DSL.field("of_series", UUID.class), DSL.field("place", OffsetDateTime.class))
          .from("rempart.taken_out_of({0})", DSL.val(ids))
          .forEach(
              row ->
                  taken
                      .computeIfAbsent(row.value1(), _ -> new HashSet<>())
                      .add(row.value2().toInstant()));
    }
    return taken;
  }

  private void unfold(
      Record row, Set<Instant> taken, Instant from, Instant to, boolean told, List<Planned> all) {
    String zone = row.get(ACTIVITY.ZONE);
    When first = When.of(row.get(ACTIVITY.SERIES_START).toInstant(), zone);
    Instant stands = row.get(ACTIVITY.STARTS_AT).toInstant();
    Recurrence.parse(row.get(ACTIVITY.RECURRENCE), first)
        .ifPresent(
            rule ->
                rule.within(first, from.isAfter(stands) ? from : stands.plusSeconds(1), to).stream()
                    .filter(when -> !taken.contains(when.at()))
                    .limit(MOST)
                    .forEach(
                        when ->
                            all.add(
                                one(
                                    row,
                                    row.get(ACTIVITY.ID) + "-" + when.at().getEpochSecond(),
                                    when,
                                    told))));
  }

  private Planned one(Record row, String key, When when, boolean told) {
    UUID id = row.get(ACTIVITY.ID);
    return new Planned(
        key,
        when,
        row.get(ACTIVITY.MINUTES),
        row.get(ACTIVITY.STATUS).equals(ActivityStatus.OPEN.name())
            ? Reminders.ofColumn(row.get(ACTIVITY.REMINDER_MINUTES))
            : List.of(),
        told ? text(id, ActivitySealed.SUBJECT, row.get(ACTIVITY.SUBJECT)) : null,
        told ? text(id, ActivitySealed.PLACE, row.get(ACTIVITY.PLACE)) : null);
  }

  private @Nullable String text(UUID id, SealedColumn<String> column, byte @Nullable [] sealed) {
    return sealing.of(ACTIVITY.getName(), id).open(column, sealed).orNull();
  }
}
