package eu.rempart.activity.calendar.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.calendar.CalendarEntry;
import eu.rempart.activity.ui.ActivityNavigation;
import eu.rempart.activity.ui.ActivityTexts;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.shell.calendar.CalendarPane.Entry;
import eu.rempart.shell.calendar.CalendarPane.Slot;
import eu.rempart.shell.part.Avatar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Activities as a calendar shows them, and stretches of it as times of activities. */
final class CalendarEntries {

  /** As long as something without a duration looks. */
  private static final int LEAST = 30;

  private final ZoneId zone;
  private final Map<UUID, String> members;
  private final Predicate<@Nullable UUID> writes;
  private final boolean lengthFixed;

  /**
   * @param members names by id, whose colours the entries have
   * @param writes whether what is of this owner may be moved
   * @param lengthFixed whether everything stays as long as it is
   */
  CalendarEntries(
      ZoneId zone,
      Map<UUID, String> members,
      Predicate<@Nullable UUID> writes,
      boolean lengthFixed) {
    this.zone = zone;
    this.members = members;
    this.writes = writes;
    this.lengthFixed = lengthFixed;
  }

  Entry entry(CalendarEntry entry, Instant now) {
    ActivityRow row = entry.row();
    ActivityData data = row.shown().toBuilder().when(entry.when()).build();
    String title = ActivityTexts.title(data, row.unopenable());
    String owner = members.getOrDefault(data.ownerId(), "");
    boolean late = ActivityTexts.overdue(data, now);
    return new Entry(
        entry.key(),
        title,
        slot(entry.when(), data.minutes()),
        Avatar.tone(owner),
        data.kind().name().toLowerCase(Locale.ROOT),
        data.status() == ActivityStatus.DONE,
        late,
        writes.test(data.ownerId()),
        entry.isComing()
            ? ActivityNavigation.occurrence(row.id(), entry.when().at())
            : ActivityNavigation.details(row.id()),
        Stream.of(
                title,
                ActivityTexts.line(data, now),
                late ? t("activity.overdue") : "",
                data.status() == ActivityStatus.OPEN ? "" : ActivityTexts.status(data.status()),
                owner)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", ")));
  }

  private Slot slot(When when, @Nullable Integer minutes) {
    int length = minutes == null ? 0 : minutes;
    if (when.allDay()) {
      LocalDateTime start = when.day(zone).atStartOfDay();
      return new Slot(start, start.plusDays(Math.max(1, length / ActivityRules.DAY)), true);
    }
    LocalDateTime start = when.in(zone).toLocalDateTime();
    LocalDateTime end =
        when.at()
            .plus(Duration.ofMinutes(length == 0 ? LEAST : length))
            .atZone(zone)
            .toLocalDateTime();
    // clocks that go back in between would let it end before it begins
    return new Slot(start, end.isAfter(start) ? end : start.plusMinutes(LEAST), false);
  }

  /** Whether anything is left of a move: whoever may not change lengths stretches nothing. */
  boolean isMove(CalendarEntry entry, Slot slot) {
    ActivityData data = entry.row().shown().toBuilder().when(entry.when()).build();
    return !lengthFixed || !moved(data, slot).equals(data);
  }

  /** An activity at another time, as long as it is stretched to. */
  ActivityData moved(ActivityData data, Slot slot) {
    When when = slot.allDay() ? When.on(slot.start().toLocalDate()) : When.at(slot.start(), zone);
    return data.toBuilder().when(when).minutes(minutes(data, slot, when)).build();
  }

  private @Nullable Integer minutes(ActivityData data, Slot slot, When when) {
    When before = data.when();
    Integer had = data.minutes();
    if (lengthFixed) {
      return had;
    }
    boolean sameKind = before != null && before.allDay() == when.allDay();
    // what only looked longer than it is stays as short as it was
    if (sameKind && slot(when, had).end().equals(slot.end())) {
      return had;
    }
    if (!sameKind) {
      return null;
    }
    Duration length =
        slot.allDay()
            ? Duration.between(slot.start(), slot.end())
            : Duration.between(slot.start().atZone(zone), slot.end().atZone(zone));
    return (int) Math.clamp(length.toMinutes(), 0, ActivityRules.LONGEST.toMinutes());
  }

  /** A new activity in a stretch that was chosen. */
  ActivityData chosen(ActivityData start, Slot slot) {
    long length = Duration.between(slot.start(), slot.end()).toMinutes();
    return start.toBuilder()
        .when(slot.allDay() ? When.on(slot.start().toLocalDate()) : When.at(slot.start(), zone))
        .minutes(
            slot.allDay() && length <= ActivityRules.DAY
                ? null
                : (int) Math.clamp(length, 0, ActivityRules.LONGEST.toMinutes()))
        .build();
  }
}
