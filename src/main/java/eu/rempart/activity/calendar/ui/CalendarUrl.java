package eu.rempart.activity.calendar.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.router.QueryParameters;
import eu.rempart.shell.calendar.CalendarPane;
import eu.rempart.shell.calendar.CalendarPane.Way;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.text.Formats;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the address of the calendar says.
 *
 * @param day one that is seen
 * @param owners whose activities; empty for everybody's
 */
record CalendarUrl(Way way, LocalDate day, Set<UUID> owners) {

  private static final String EVERYBODY = "all";

  /** What the address leaves out is as it was. */
  static CalendarUrl parse(QueryParameters parameters, CalendarUrl before) {
    Map<String, List<String>> all = parameters.getParameters();
    List<String> owners = all.getOrDefault("owner", List.of());
    Set<UUID> members =
        owners.stream().flatMap(o -> ListAddress.uuid(o).stream()).collect(Collectors.toSet());
    return new CalendarUrl(
        all.getOrDefault("way", List.of()).stream()
            .flatMap(text -> Arrays.stream(Way.values()).filter(way -> way.name().equals(text)))
            .findFirst()
            .orElse(before.way()),
        all.getOrDefault("day", List.of()).stream()
            .flatMap(text -> ListAddress.date(text).stream())
            .findFirst()
            .orElse(before.day()),
        owners.contains(EVERYBODY) ? Set.of() : members.isEmpty() ? before.owners() : members);
  }

  QueryParameters parameters() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("way", List.of(way.name()));
    all.put("day", List.of(day.toString()));
    all.put(
        "owner",
        owners.isEmpty()
            ? List.of(EVERYBODY)
            : owners.stream().map(UUID::toString).sorted().toList());
    return new QueryParameters(all);
  }

  CalendarUrl on(LocalDate other) {
    return new CalendarUrl(way, other, owners);
  }

  /**
   * Another way to look at it; a list of what comes begins today where the month of today is seen.
   */
  CalendarUrl as(Way other, LocalDate today) {
    boolean now =
        other == Way.AGENDA
            && way != Way.AGENDA
            && YearMonth.from(day).equals(YearMonth.from(today));
    return new CalendarUrl(other, now ? today : day, owners);
  }

  CalendarUrl of(Set<UUID> others) {
    return new CalendarUrl(way, day, Set.copyOf(others));
  }

  CalendarUrl step(int by) {
    return on(
        switch (way) {
          case DAY -> day.plusDays(by);
          case WEEK -> day.plusWeeks(by);
          case MONTH -> day.withDayOfMonth(1).plusMonths(by);
          case AGENDA -> day.plusDays((long) by * CalendarPane.DAYS_AHEAD);
        });
  }

  /** What is seen, such as "November 2026" or "23 – 29 Nov 2026". */
  String title() {
    return switch (way) {
      case DAY -> Formats.weekday(day);
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield days(monday, monday.plusDays(6));
      }
      case MONTH -> Formats.month(day);
      case AGENDA -> days(day, day.plusDays(CalendarPane.DAYS_AHEAD - 1));
    };
  }

  private static String days(LocalDate first, LocalDate last) {
    return YearMonth.from(first).equals(YearMonth.from(last))
        ? t("activity.calendar.week.same", first.getDayOfMonth(), Formats.date(last))
        : t(
            "activity.calendar.week",
            first.getYear() == last.getYear() ? Formats.monthDay(first) : Formats.date(first),
            Formats.date(last));
  }
}
