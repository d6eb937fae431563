package eu.rempart.activity.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The end of a rule, a day or a moment (UNTIL of RFC 5545, section 3.3.10), as a day. */
public final class Until {

  private static final int DAY = 8;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private Until() {}

  /**
   * The last day on which something may come that comes at one time of the day.
   *
   * @param occurrence one of it, in the zone in which all are meant
   * @return empty for what is no end
   */
  public static Optional<LocalDate> lastDay(String until, When occurrence) {
    try {
      if (until.length() == DAY) {
        return Optional.of(LocalDate.parse(until, DateTimeFormatter.BASIC_ISO_DATE));
      }
      boolean utc = until.endsWith("Z");
      LocalDateTime end =
          LocalDateTime.parse(utc ? until.substring(0, until.length() - 1) : until, TIME);
      ZoneId zone = occurrence.zone() == null ? ZoneOffset.UTC : occurrence.zone();
      LocalDateTime local =
          utc ? end.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime() : end;
      boolean missed = local.toLocalTime().isBefore(occurrence.in(zone).toLocalTime());
      return Optional.of(local.toLocalDate().minusDays(missed ? 1 : 0));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** As RFC 5545 writes it. */
  public static String of(LocalDate lastDay) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(lastDay);
  }
}
