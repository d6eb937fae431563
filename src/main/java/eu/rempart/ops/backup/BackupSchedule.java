package eu.rempart.ops.backup;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When backups and drills are due. Backups at half past midnight and half a day later, also on days
 * of 23 or 25 hours, the second server six hours after the first; a drill once a day. What failed
 * is tried again after 5, 15 and 45 minutes.
 *
 * @param zone in which people sleep
 * @param hoursLater of this server; 0 for the first
 */
record BackupSchedule(ZoneId zone, int hoursLater) {

  private static final int HOURS_APART = 6;
  private static final LocalTime NIGHT = LocalTime.of(0, 30);
  private static final LocalTime DRILL = LocalTime.of(3, 30);

  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(45));

  /**
   * What came of one kind of work lately.
   *
   * @param lastGood when the last that went well began; null if none did
   * @param failures how many failed since the time that counts
   * @param lastFailed when the last of them ended; null if none did
   * @param cancelled whether somebody cancelled one since then
   */
  record Past(
      @Nullable Instant lastGood, int failures, @Nullable Instant lastFailed, boolean cancelled) {

    static final Past NOTHING = new Past(null, 0, null, false);

    /**
     * What of it counts where nothing good from before a time does.
     *
     * @param time null where all does
     */
    Past without(@Nullable Instant time) {
      Instant good = lastGood;
      return time == null || good == null || good.isAfter(time)
          ? this
          : new Past(null, failures, lastFailed, cancelled);
    }
  }

  /**
   * That of one server.
   *
   * @param place among the servers; 0 for the first
   */
  static BackupSchedule of(ZoneId zone, int place) {
    return new BackupSchedule(zone, place * HOURS_APART);
  }

  /** The last time at which a backup should have begun. */
  Instant lastBackup(Instant now) {
    return last(now, day -> List.of(at(day, NIGHT), noon(day)));
  }

  /** The next time at which one will begin. */
  Instant nextBackup(Instant now) {
    // no two times are further apart than half a day of 25 hours
    Instant last = lastBackup(now);
    Instant next = lastBackup(last.plus(Duration.ofHours(13)));
    return next.isAfter(now) ? next : lastBackup(next.plus(Duration.ofHours(13)));
  }

  /** The last time at which a drill should have begun. */
  Instant lastDrill(Instant now) {
    return last(now, day -> List.of(at(day, DRILL)));
  }

  /** The last time at which the first of a week's backups should have begun. */
  Instant lastWhole(Instant now) {
    ZonedDateTime here = now.atZone(zone);
    LocalDate sunday = here.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    Instant whole = at(sunday, NIGHT);
    return whole.isAfter(now) ? at(sunday.minusWeeks(1), NIGHT) : whole;
  }

  /**
   * Whether work is due.
   *
   * @param since the last time at which it should have begun
   * @param past what came of it, counted from then on
   */
  static boolean isDue(Instant now, Instant since, Past past) {
    Instant good = past.lastGood();
    if (past.cancelled() || (good != null && !good.isBefore(since))) {
      return false;
    }
    Instant failed = past.lastFailed();
    if (past.failures() == 0 || failed == null) {
      return true;
    }
    Duration pause = PAUSES.get(Math.min(past.failures(), PAUSES.size()) - 1);
    return !now.isBefore(failed.plus(pause));
  }

  private Instant last(Instant now, Function<LocalDate, List<Instant>> times) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return List.of(today.minusDays(1), today, today.plusDays(1)).stream()
        .flatMap(day -> times.apply(day).stream())
        .filter(each -> !each.isAfter(now))
        .max(Instant::compareTo)
        .orElseThrow();
  }

  private Instant noon(LocalDate day) {
    Instant night = at(day, NIGHT);
    return night.plus(Duration.between(night, at(day.plusDays(1), NIGHT)).dividedBy(2));
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant().plus(Duration.ofHours(hoursLater));
  }
}
