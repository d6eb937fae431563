package eu.rempart.shell.text;

import static eu.rempart.shell.text.Texts.t;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How long ago something was, in words: just now, 3 min ago, yesterday, in 2 days. */
public final class RelativeTimes {

  private RelativeTimes() {}

  /**
   * Puts the distance into words of the current language. From a week on the date itself says more.
   *
   * @param then the moment to describe
   * @param now the moment of reading
   */
  public static String describe(Instant then, Instant now) {
    var past = Duration.between(then, now);
    var seconds = past.abs().toSeconds();
    if (seconds < 60) {
      return t("shell.time.now");
    }
    var before = !past.isNegative();
    if (seconds < 3_600) {
      var minutes = seconds / 60;
      return before ? t("shell.time.minutes.ago", minutes) : t("shell.time.minutes.in", minutes);
    }
    var zone = Formats.zone();
    var days =
        Math.abs(
            ChronoUnit.DAYS.between(
                then.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate()));
    if (days == 0 || seconds < 6 * 3_600) {
      var hours = seconds / 3_600;
      return before ? t("shell.time.hours.ago", hours) : t("shell.time.hours.in", hours);
    }
    if (days == 1) {
      return before ? t("shell.time.yesterday") : t("shell.time.tomorrow");
    }
    if (days < 7) {
      return before ? t("shell.time.days.ago", days) : t("shell.time.days.in", days);
    }
    return Formats.date(then.atZone(zone).toLocalDate());
  }
}
