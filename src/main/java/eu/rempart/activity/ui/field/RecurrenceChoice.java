package eu.rempart.activity.ui.field;

import eu.rempart.activity.value.Nth;
import eu.rempart.activity.value.Until;
import eu.rempart.activity.value.When;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule of RFC 5545 as a form offers it: how often, on which days, and until when.
 *
 * @param every so many days, weeks, months or years, from 1
 * @param days weekdays of each week; none for that of the first time
 * @param nth the weekday of each month; null for the day of the month of the first time
 * @param base the rule without its end, as it is written
 * @param until the last day; null where no day ends it
 * @param count how often in all; null where no number ends it
 */
record RecurrenceChoice(
    Kind kind,
    int every,
    Set<DayOfWeek> days,
    @Nullable Nth nth,
    String base,
    @Nullable LocalDate until,
    @Nullable Integer count) {

  static final int MOST = 999;

  private static final Set<DayOfWeek> WORKING =
      Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

  /** What is offered; each but the last counts from the day on which it begins. */
  enum Kind {
    DAILY,
    WORKDAYS,
    WEEKLY,
    MONTHLY,
    YEARLY,
    /** A rule that came from elsewhere. */
    OTHER
  }

  RecurrenceChoice {
    days = Set.copyOf(days);
  }

  /**
   * A rule that somebody wrote.
   *
   * @param first an occurrence, in the zone in which the end is meant; null where none is known
   */
  static RecurrenceChoice of(String rule, @Nullable When first) {
    Map<String, String> parts = parts(rule);
    String until = parts.remove("UNTIL");
    String count = parts.remove("COUNT");
    String base =
        Arrays.stream(rule.split(";", -1))
            .filter(part -> !part.startsWith("UNTIL=") && !part.startsWith("COUNT="))
            .collect(Collectors.joining(";"));
    return base(parts, base)
        .ending(until == null ? null : day(until, first), count == null ? null : number(count));
  }

  /** By their names, in their order. */
  static Map<String, String> parts(String rule) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : rule.toUpperCase(Locale.ROOT).split(";", -1)) {
      int at = part.indexOf('=');
      parts.put(at < 0 ? part : part.substring(0, at), at < 0 ? "" : part.substring(at + 1));
    }
    return parts;
  }

  private static RecurrenceChoice base(Map<String, String> parts, String base) {
    RecurrenceChoice other = new RecurrenceChoice(Kind.OTHER, 1, Set.of(), null, base, null, null);
    Integer interval = number(parts.getOrDefault("INTERVAL", "1"));
    Set<String> further =
        parts.keySet().stream()
            .filter(name -> !Set.of("FREQ", "INTERVAL", "WKST").contains(name))
            .collect(Collectors.toSet());
    if (interval == null || interval < 1 || interval > MOST) {
      return other;
    }
    String freq = parts.getOrDefault("FREQ", "");
    if (further.isEmpty()) {
      return switch (freq) {
        case "DAILY" -> other.as(Kind.DAILY, interval, Set.of(), null);
        case "WEEKLY" -> other.as(Kind.WEEKLY, interval, Set.of(), null);
        case "MONTHLY" -> other.as(Kind.MONTHLY, interval, Set.of(), null);
        case "YEARLY" -> other.as(Kind.YEARLY, interval, Set.of(), null);
        default -> other;
      };
    }
    List<Nth> days =
        Arrays.stream(parts.getOrDefault("BYDAY", "").split(",", -1))
            .map(Nth::of)
            .flatMap(Optional::stream)
            .toList();
    if (freq.equals("WEEKLY") && further.equals(Set.of("BYDAY"))) {
      Set<DayOfWeek> all = days.stream().map(Nth::day).collect(Collectors.toSet());
      return days.stream().anyMatch(each -> each.number() != 0) || all.isEmpty()
          ? other
          : interval == 1 && all.equals(WORKING)
              ? other.as(Kind.WORKDAYS, 1, Set.of(), null)
              : other.as(Kind.WEEKLY, interval, all, null);
    }
    if (freq.equals("MONTHLY") && days.size() == 1) {
      Nth only = days.getFirst();
      Integer position = number(parts.getOrDefault("BYSETPOS", "0"));
      if (further.equals(Set.of("BYDAY")) && only.number() != 0) {
        return other.as(Kind.MONTHLY, interval, Set.of(), only);
      }
      // the same in the words of another program
      if (further.equals(Set.of("BYDAY", "BYSETPOS"))
          && only.number() == 0
          && position != null
          && position != 0) {
        return other.as(Kind.MONTHLY, interval, Set.of(), new Nth(position, only.day()));
      }
    }
    return other;
  }

  private RecurrenceChoice as(Kind other, int interval, Set<DayOfWeek> on, @Nullable Nth of) {
    return new RecurrenceChoice(other, interval, on, of, base, until, count);
  }

  /** The same, with this end. */
  RecurrenceChoice ending(@Nullable LocalDate last, @Nullable Integer times) {
    return new RecurrenceChoice(kind, every, days, nth, base, last, last == null ? times : null);
  }

  /** One that is put together anew. */
  static RecurrenceChoice chosen(Kind kind, int every, Set<DayOfWeek> days, @Nullable Nth nth) {
    String rule =
        switch (kind) {
          case DAILY -> "FREQ=DAILY" + interval(every);
          case WORKDAYS -> "FREQ=WEEKLY" + weekdays(WORKING);
          case WEEKLY -> "FREQ=WEEKLY" + interval(every) + weekdays(days);
          case MONTHLY ->
              "FREQ=MONTHLY" + interval(every) + (nth == null ? "" : ";BYDAY=" + nth.code());
          case YEARLY -> "FREQ=YEARLY" + interval(every);
          case OTHER -> throw new IllegalArgumentException("expected one that is offered");
        };
    return new RecurrenceChoice(kind, every, days, nth, rule, null, null);
  }

  private static String interval(int every) {
    return every == 1 ? "" : ";INTERVAL=" + every;
  }

  private static String weekdays(Set<DayOfWeek> days) {
    return days.isEmpty()
        ? ""
        : days.stream().sorted().map(Nth::code).collect(Collectors.joining(",", ";BYDAY=", ""));
  }

  /** Whether somebody chose the same, whatever way it is written, and whenever it ends. */
  boolean saysAs(RecurrenceChoice other) {
    return kind == other.kind
        && every == other.every
        && days.equals(other.days)
        && java.util.Objects.equals(nth, other.nth);
  }

  private static @Nullable LocalDate day(String until, @Nullable When first) {
    return Until.lastDay(until, first == null ? When.on(LocalDate.EPOCH) : first).orElse(null);
  }

  private static @Nullable Integer number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /** The whole rule. */
  String rule() {
    String end =
        until != null ? ";UNTIL=" + Until.of(until) : count != null ? ";COUNT=" + count : "";
    return base + end;
  }
}
