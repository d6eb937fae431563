package eu.rempart.activity.ical;

import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import eu.rempart.activity.value.When;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads times of a calendar file. One that names no zone, or one that nobody knows, is local. */
final class CalendarTimes {

  private final ZoneId zone;
  private final FileZones known;
  private boolean sure = true;

  /**
   * For one event or task.
   *
   * @param zone of whoever brings the file
   * @param known the zones of its calendar
   */
  CalendarTimes(ZoneId zone, FileZones known) {
    this.zone = zone;
    this.known = known;
  }

  /** Whether all zones that were read so far are known. */
  boolean isSure() {
    return sure;
  }

  /** Null where there is none, or none that there ever is: the 31st of June. */
  @Nullable When read(@Nullable DateOrDateTimeProperty property, TimezoneInfo zones) {
    ICalDate date = property == null ? null : property.getValue();
    return property == null || date == null ? null : read(date, property, zones);
  }

  /** Those that a series has not, as it has its own. */
  List<When> leftOut(ExceptionDates dates, When first, TimezoneInfo zones) {
    List<When> left = new ArrayList<>();
    for (ICalDate date : dates.getValues()) {
      When when = read(date, dates, zones);
      if (when != null) {
        left.add(like(when, first));
      }
    }
    return left;
  }

  /** A day of a series with times is the one of that day, in whatever zone it was told. */
  static When like(When when, When first) {
    ZoneId zone = first.zone();
    if (zone == null) {
      ZoneId told = when.zone();
      return told == null ? when : When.on(LocalDate.ofInstant(when.at(), told));
    }
    if (when.zone() == null) {
      LocalTime time = LocalTime.ofInstant(first.at(), zone);
      return When.at(LocalDate.ofInstant(when.at(), ZoneOffset.UTC).atTime(time), zone);
    }
    return new When(when.at(), zone);
  }

  @Nullable When read(ICalDate date, ICalProperty property, TimezoneInfo zones) {
    DateTimeComponents raw = date.getRawComponents();
    Instant at = Instant.ofEpochMilli(date.getTime());
    if (raw == null) {
      return date.hasTime()
          ? new When(at, zone)
          : When.on(LocalDate.ofInstant(at, ZoneId.systemDefault()));
    }
    try {
      LocalDate day = LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
      if (!date.hasTime()) {
        return When.on(day);
      }
      // a leap second is the one before it
      LocalDateTime local =
          day.atTime(raw.getHour(), raw.getMinute(), Math.min(59, raw.getSecond()));
      return raw.isUtc() ? new When(at, zone) : local(local, at, property, zones);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private When local(LocalDateTime local, Instant at, ICalProperty property, TimezoneInfo zones) {
    TimezoneAssignment there = zones.getTimezone(property);
    String told = property.getParameters().getTimezoneId();
    String name = told == null && there != null ? there.getTimeZone().getID() : told;
    if (name == null) {
      return When.at(local, zone);
    }
    Optional<FileZones.Placed> placed = known.at(local, name);
    sure &= placed.isPresent() && placed.get().sure();
    return placed
        .map(found -> new When(found.at(), found.zone()))
        .orElseGet(() -> there == null ? When.at(local, zone) : new When(at, zone));
  }
}
