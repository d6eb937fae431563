package eu.rempart.activity.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * How an activity comes again: a RECUR of RFC 5545 (section 3.3.10), daily or less often. It is
 * unfolded in local times of the zone in which the activity was meant, so that nine o'clock stays
 * nine o'clock when clocks change.
 *
 * @param rule such as {@code FREQ=WEEKLY;BYDAY=MO}, 500 characters at most
 */
public record Recurrence(String rule) {

  private static final int LONGEST = 500;
  private static final Set<Freq> OFTEN = Set.of(Freq.SECONDLY, Freq.MINUTELY, Freq.HOURLY);

  /** Further than anybody plans: where a rule that seems endless is given up. */
  private static final Duration HORIZON = Duration.ofDays(366L * 60);

  /** So many are unfolded at most, whatever range is asked for. */
  private static final int MOST = 4_000;

  /**
   * A rule that can be unfolded.
   *
   * @throws IllegalArgumentException if it can't be read, or comes more often than daily
   */
  public Recurrence {
    read(rule);
  }

  /** The rule, if it can be unfolded, and comes at least once from that time on. */
  public static Optional<Recurrence> parse(@Nullable String rule, When first) {
    if (rule == null || rule.isBlank()) {
      return Optional.empty();
    }
    try {
      Recurrence recurrence = new Recurrence(rule.strip());
      return recurrence.from(first, first.at()).isPresent()
          ? Optional.of(recurrence)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** A rule that lies there since it could be unfolded; empty where it can't be read. */
  public static Optional<Recurrence> kept(String rule) {
    try {
      return Optional.of(new Recurrence(rule));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Whether it is a rule that ends before that time. */
  public static boolean isOver(String rule, When first) {
    try {
      Recurrence recurrence = new Recurrence(rule.strip());
      return read(rule).getUntil() != null && recurrence.from(first, first.at()).isEmpty();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static RecurrenceRule read(String rule) {
    if (rule.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a rule has %d characters at most, got %d".formatted(LONGEST, rule.length()));
    }
    try {
      RecurrenceRule read = new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT);
      if (OFTEN.contains(read.getFreq())) {
        throw new IllegalArgumentException("expected daily or less often, got " + read.getFreq());
      }
      return read;
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalArgumentException("not a rule of RFC 5545", e);
    }
  }

  /** Whether it never ends. */
  public boolean endless() {
    return read(rule).isInfinite();
  }

  /**
   * The first occurrence at that moment or later.
   *
   * @param first the one that the rule counts from
   */
  public Optional<When> from(When first, Instant moment) {
    return unfold(first, moment, Instant.MAX, 1).stream().findFirst();
  }

  /** The first occurrence after that one. */
  public Optional<When> after(When first, When that) {
    return from(first, that.at().plusSeconds(1));
  }

  /** Those from one moment to before another, by time. */
  public List<When> within(When first, Instant from, Instant to) {
    return unfold(first, from, to, MOST);
  }

  private List<When> unfold(When first, Instant from, Instant to, int most) {
    List<When> found = new ArrayList<>();
    ZoneId zone = first.zone() == null ? ZoneOffset.UTC : first.zone();
    Instant last = first.at().plus(HORIZON);
    try {
      RecurrenceRuleIterator iterator = rule(first, zone).iterator(floating(first, zone));
      if (from.isAfter(first.at())) {
        // an hour before: clocks may have changed in between
        iterator.fastForward(floating(new When(from.minusSeconds(7_200), first.zone()), zone));
      }
      while (found.size() < most && iterator.hasNext()) {
        When next = when(iterator.nextDateTime(), first.zone());
        if (!next.at().isBefore(to) || next.at().isAfter(last)) {
          break;
        }
        if (!next.at().isBefore(from)) {
          found.add(next);
        }
      }
    } catch (IllegalArgumentException _) {
      // the rule asks for days that never come, such as 30 February
      return found;
    }
    return found;
  }

  /** The rule with its end, if it has one, in local time like everything else. */
  private RecurrenceRule rule(When first, ZoneId zone) {
    RecurrenceRule read = read(rule);
    DateTime until = read.getUntil();
    if (until != null) {
      DateTime local =
          until.isFloating() || until.isAllDay()
              ? until
              : floating(new When(Instant.ofEpochMilli(until.getTimestamp()), zone), zone);
      if (first.allDay()) {
        read.setUntil(local.isAllDay() ? local : local.toAllDay());
      } else {
        read.setUntil(
            local.isAllDay()
                ? new DateTime(local.getYear(), local.getMonth(), local.getDayOfMonth(), 23, 59, 59)
                : local);
      }
    }
    return read;
  }

  private static DateTime floating(When when, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(when.at(), zone);
    return when.allDay()
        ? new DateTime(local.getYear(), local.getMonthValue() - 1, local.getDayOfMonth())
        : new DateTime(
            local.getYear(),
            local.getMonthValue() - 1,
            local.getDayOfMonth(),
            local.getHour(),
            local.getMinute(),
            local.getSecond());
  }

  private static When when(DateTime local, @Nullable ZoneId zone) {
    var day = LocalDate.of(local.getYear(), local.getMonth() + 1, local.getDayOfMonth());
    return zone == null
        ? When.on(day)
        : When.at(day.atTime(local.getHours(), local.getMinutes(), local.getSeconds()), zone);
  }

  @Override
  public String toString() {
    return rule;
  }
}
