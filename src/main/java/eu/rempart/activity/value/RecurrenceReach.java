package eu.rempart.activity.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of most rules that have nothing in a range that they have not, without unfolding them: a
 * birthday in another month, a series whose count was over years ago.
 */
public final class RecurrenceReach {

  private static final Pattern BIRTHDAY =
      Pattern.compile("FREQ=YEARLY(?:;(?:INTERVAL=1|WKST=[A-Z]{2}|UNTIL=[0-9TZ]+|COUNT=[0-9]+))*");
  private static final Pattern COUNTED =
      Pattern.compile(
          "FREQ=(?:DAILY|WEEKLY(?:;BYDAY=[A-Z,]+)?)"
              + "(?:;(?:INTERVAL=(?<interval>[0-9]{1,4})|COUNT=(?<count>[0-9]{1,6})|WKST=[A-Z]{2}))*");

  /** Zones and clocks move a day to the one beside it. */
  private static final int SLACK = 2;

  private RecurrenceReach() {}

  /** False only where a rule that counts from there surely has nothing from one to another. */
  public static boolean mayReach(String rule, When first, Instant from, Instant to) {
    if (BIRTHDAY.matcher(rule).matches()) {
      return comesBy(day(first.at()), day(from).minusDays(SLACK), to);
    }
    Matcher counted = COUNTED.matcher(rule);
    if (!counted.matches() || counted.group("count") == null) {
      return true;
    }
    long interval =
        counted.group("interval") == null ? 1 : Long.parseLong(counted.group("interval"));
    // weeks at most lie between two: of days, and of weeks of which each has one
    Duration longest =
        Duration.ofDays(7 * (interval + 1) * (Long.parseLong(counted.group("count")) + 1));
    return !first.at().plus(longest).isBefore(from);
  }

  private static boolean comesBy(LocalDate birth, LocalDate from, Instant to) {
    if (Duration.between(from.atStartOfDay(ZoneOffset.UTC), to.atZone(ZoneOffset.UTC)).toDays()
        > 300) {
      return true;
    }
    LocalDate last = day(to).plusDays(SLACK);
    for (int year = from.getYear(); year <= last.getYear(); year++) {
      LocalDate birthday = birth.withYear(year);
      if (!birthday.isBefore(from) && !birthday.isAfter(last)) {
        return true;
      }
    }
    return false;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
