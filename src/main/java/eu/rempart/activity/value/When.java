package eu.rempart.activity.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When an activity begins: on a day, wherever its people are, or at a moment.
 *
 * @param at to the second; of a whole day its midnight in UTC
 * @param zone in which the moment was meant; null for a whole day
 */
public record When(Instant at, @Nullable ZoneId zone) {

  /** Asked for each time it is copied, which takes longer than anything else of a time. */
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  public When {
    at = at.truncatedTo(zone == null ? ChronoUnit.DAYS : ChronoUnit.SECONDS);
  }

  public static When on(LocalDate day) {
    return new When(day.atStartOfDay(ZoneOffset.UTC).toInstant(), null);
  }

  /**
   * A time in a zone. One that is left out when clocks go forward is an hour later; one that comes
   * twice when they go back is the first.
   */
  public static When at(LocalDateTime time, ZoneId zone) {
    return new When(time.atZone(zone).toInstant(), zone);
  }

  /**
   * As it lies in the database.
   *
   * @param zone IANA; null for a whole day; one that this JDK does not know any more is UTC
   */
  public static When of(Instant at, @Nullable String zone) {
    return new When(
        at, zone == null ? null : ZONES.contains(zone) ? ZoneId.of(zone) : ZoneOffset.UTC);
  }

  public boolean allDay() {
    return zone == null;
  }

  /** The day in the zone of whoever looks; of a whole day that day itself. */
  public LocalDate day(ZoneId viewer) {
    return LocalDate.ofInstant(at, zone == null ? ZoneOffset.UTC : viewer);
  }

  /** The beginning in the zone of whoever looks: of a whole day its first moment there. */
  public ZonedDateTime in(ZoneId viewer) {
    return zone == null ? day(viewer).atStartOfDay(viewer) : at.atZone(viewer);
  }

  /** Whether it has begun, or for a whole day, whether that is over. */
  public boolean before(Instant now, ZoneId viewer) {
    return zone == null ? day(viewer).isBefore(LocalDate.ofInstant(now, viewer)) : at.isBefore(now);
  }

  /** The same time of the day, or the same kind of day, on another day. */
  public When movedTo(LocalDate day, ZoneId viewer) {
    return zone == null ? on(day) : new When(in(viewer).with(day).toInstant(), zone);
  }
}
