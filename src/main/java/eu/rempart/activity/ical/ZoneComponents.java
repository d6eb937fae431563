package eu.rempart.activity.ical;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.TimeZone;

/** Zones as calendars that don't know their names need them: with the rules of their clocks. */
final class ZoneComponents {

  /** Since when today's rules are told to hold; nobody subscribes to what was before. */
  private static final int SINCE = 2000;

  private ZoneComponents() {}

  /** The zone with the rules that hold today. */
  static TimezoneAssignment of(ZoneId zone) {
    VTimezone component = new VTimezone(zone.getId());
    ZoneRules rules = zone.getRules();
    List<ZoneOffsetTransitionRule> changes = rules.getTransitionRules();
    if (changes.isEmpty()) {
      ZoneOffset offset = rules.getOffset(Instant.now());
      StandardTime always = new StandardTime();
      fill(always, LocalDateTime.of(SINCE, 1, 1, 0, 0), offset, offset);
      component.addStandardTime(always);
    }
    for (ZoneOffsetTransitionRule change : changes) {
      boolean summer =
          change.getOffsetAfter().getTotalSeconds() > change.getStandardOffset().getTotalSeconds();
      Observance observance = summer ? new DaylightSavingsTime() : new StandardTime();
      fill(
          observance,
          change.createTransition(SINCE).getDateTimeBefore(),
          change.getOffsetBefore(),
          change.getOffsetAfter());
      observance.setRecurrenceRule(yearly(change));
      if (observance instanceof DaylightSavingsTime daylight) {
        component.addDaylightSavingsTime(daylight);
      } else {
        component.addStandardTime((StandardTime) observance);
      }
    }
    return new TimezoneAssignment(TimeZone.getTimeZone(zone), component);
  }

  private static void fill(
      Observance observance, LocalDateTime since, ZoneOffset before, ZoneOffset after) {
    observance.setDateStart(
        new DateTimeComponents(
            since.getYear(),
            since.getMonthValue(),
            since.getDayOfMonth(),
            since.getHour(),
            since.getMinute(),
            since.getSecond(),
            false));
    observance.setTimezoneOffsetFrom(new UtcOffset(before.getTotalSeconds() * 1000L));
    observance.setTimezoneOffsetTo(new UtcOffset(after.getTotalSeconds() * 1000L));
  }

  /** Such as the last Sunday of March: a day of the month from the end, or from the beginning. */
  private static Recurrence yearly(ZoneOffsetTransitionRule change) {
    Recurrence.Builder rule =
        new Recurrence.Builder(Frequency.YEARLY).byMonth(change.getMonth().getValue());
    int day = change.getDayOfMonthIndicator();
    if (change.getDayOfWeek() == null) {
      return rule.byMonthDay(day).build();
    }
    DayOfWeek weekday = DayOfWeek.valueOf(change.getDayOfWeek().name());
    // on or after the 8th is the second, on or after the 25th of a month of 31 days the last
    int which = day < 0 || day > 22 ? -1 : (day - 1) / 7 + 1;
    return rule.byDay(which, weekday).build();
  }
}
