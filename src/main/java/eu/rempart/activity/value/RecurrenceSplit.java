package eu.rempart.activity.value;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of a rule when all occurrences from one on go another way. */
public final class RecurrenceSplit {

  /** With as many days in a week or more, a move says nothing of the others. */
  private static final int MOST_DAYS = 4;

  private static final List<String> TIMES = List.of("BYHOUR", "BYMINUTE", "BYSECOND");

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RecurrenceSplit() {}

  /**
   * The rule until before an occurrence: the day before, where it comes daily at most; else the
   * moment before.
   */
  public static Recurrence before(Recurrence rule, When when) {
    Map<String, String> parts = parts(rule);
    parts.remove("COUNT");
    parts.put(
        "UNTIL",
        namesTimes(parts) && !when.allDay()
            ? MOMENT.format(when.at().minusSeconds(1))
            : Until.of(day(when, when.zone()).minusDays(1)));
    return new Recurrence(written(parts));
  }

  /**
   * The rule from an occurrence on, with what is left of its number of times.
   *
   * @param first the occurrence that the rule counts from
   * @param from the first one that goes another way
   * @param to where that one is to be
   * @return empty where nobody can say what a move means for the others
   */
  public static Optional<Recurrence> rest(Recurrence rule, When first, When from, When to) {
    Map<String, String> parts = parts(rule);
    String count = parts.get("COUNT");
    if (count != null) {
      int left = Integer.parseInt(count) - rule.within(first, first.at(), from.at()).size();
      if (left < 1) {
        return Optional.empty();
      }
      parts.put("COUNT", Integer.toString(left));
    }
    LocalDate day = day(to, to.zone());
    long days = ChronoUnit.DAYS.between(day(from, from.zone()), day);
    if (from.equals(to)) {
      return Recurrence.parse(written(parts), to);
    }
    if (namesTimes(parts) || (days != 0 && !shift(parts, days, day))) {
      return Optional.empty();
    }
    // the last day is meant for the last one, which it lets in or not wherever it is moved
    parts.computeIfPresent(
        "UNTIL",
        (_, until) ->
            Until.lastDay(until, from).map(last -> Until.of(last.plusDays(days))).orElse(until));
    return Recurrence.parse(written(parts), to)
        .map(then -> parts.containsKey("UNTIL") ? asOften(rule, first, from, then, to) : then);
  }

  /** Days of months move by more or less: what comes as often as before ends with its last one. */
  private static Recurrence asOften(
      Recurrence rule, When first, When from, Recurrence then, When to) {
    Map<String, String> parts = parts(then);
    int before = rule.within(first, from.at(), Instant.MAX).size();
    if (!parts.getOrDefault("FREQ", "").equals("MONTHLY")
        || !parts.containsKey("BYDAY")
        || then.within(to, to.at(), Instant.MAX).size() == before) {
      return then;
    }
    parts.remove("UNTIL");
    List<When> all = new Recurrence(written(parts)).within(to, to.at(), Instant.MAX);
    if (before < 1 || all.size() < before) {
      return then;
    }
    parts.put("UNTIL", Until.of(day(all.get(before - 1), to.zone())));
    return new Recurrence(written(parts));
  }

  /** Whether it says times of the day by itself, whenever it begins. */
  private static boolean namesTimes(Map<String, String> parts) {
    return TIMES.stream().anyMatch(parts::containsKey);
  }

  private static boolean shift(Map<String, String> parts, long days, LocalDate to) {
    Set<String> by =
        parts.keySet().stream().filter(name -> name.startsWith("BY")).collect(Collectors.toSet());
    if (by.isEmpty()) {
      return true; // it goes by the first day alone
    }
    List<Optional<Nth>> read =
        Arrays.stream(parts.getOrDefault("BYDAY", "").split(",", -1)).map(Nth::of).toList();
    if (!by.equals(Set.of("BYDAY")) || read.stream().anyMatch(Optional::isEmpty)) {
      return false;
    }
    List<Nth> all = read.stream().flatMap(Optional::stream).toList();
    String freq = parts.getOrDefault("FREQ", "");
    if (freq.equals("WEEKLY") && all.size() <= MOST_DAYS) {
      if (tearsWeeks(parts, all, days)) {
        return false;
      }
      parts.put(
          "BYDAY",
          all.stream()
              .map(Nth::day)
              .map(weekday -> weekday.plus(days))
              .sorted()
              .<String>map(RecurrenceSplit::code)
              .collect(Collectors.joining(",")));
      return true;
    }
    if (freq.equals("MONTHLY") && all.size() == 1 && all.getFirst().number() != 0) {
      List<Nth> then = Nth.of(to);
      parts.put("BYDAY", (all.getFirst().number() < 0 ? then.getLast() : then.getFirst()).code());
      return true;
    }
    return false;
  }

  /**
   * Whether days of one week come to lie in two: of every second week nobody can say then which
   * ones come together.
   */
  private static boolean tearsWeeks(Map<String, String> parts, List<Nth> all, long days) {
    int begin =
        Nth.of(parts.getOrDefault("WKST", "MO")).map(Nth::day).orElse(DayOfWeek.MONDAY).getValue();
    return !parts.getOrDefault("INTERVAL", "1").equals("1")
        && all.stream()
                .map(each -> Math.floorMod(each.day().getValue() - begin, 7))
                .map(place -> Math.floorDiv(place + days, 7L))
                .distinct()
                .count()
            > 1;
  }

  private static String code(DayOfWeek day) {
    return Nth.code(day);
  }

  private static LocalDate day(When when, @Nullable ZoneId zone) {
    return when.day(zone == null ? ZoneOffset.UTC : zone);
  }

  private static Map<String, String> parts(Recurrence rule) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : rule.rule().toUpperCase(Locale.ROOT).split(";", -1)) {
      String[] both = part.split("=", 2);
      parts.put(both[0], both.length == 1 ? "" : both[1]);
    }
    return parts;
  }

  private static String written(Map<String, String> parts) {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(Collectors.joining(";"));
  }
}
