package eu.rempart.watch.result;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.objective.Budget;
import eu.rempart.watch.objective.Burn;
import eu.rempart.watch.objective.DayTally;
import eu.rempart.watch.objective.Objective;
import eu.rempart.watch.objective.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What is left of objectives, from figures alone. */
final class Budgets {

  /** From here on hours are needed, for how fast it goes. */
  static Instant firstHour(Instant now) {
    return now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(6));
  }

  private final SortedMap<LocalDate, Figures> days;
  private final SortedMap<Instant, Figures> hours;
  private final List<Maintenance> windows;
  private final Instant created;
  private final Instant now;

  /**
   * Of one check.
   *
   * @param created since when it is watched
   * @param days at least those of its objective
   * @param hours from {@link #firstHour} on
   * @param windows maintenance that concerns it
   */
  Budgets(
      Instant created,
      SortedMap<LocalDate, Figures> days,
      SortedMap<Instant, Figures> hours,
      List<Maintenance> windows,
      Instant now) {
    this.created = created;
    this.days = days;
    this.hours = hours;
    this.windows = windows;
    this.now = now;
  }

  /** Empty where nothing is aimed at. */
  Optional<Budget> of(Check check) {
    return Optional.ofNullable(check.objective()).map(this::of);
  }

  private Budget of(Objective objective) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<DayTally> its =
        days.tailMap(objective.firstDay(today)).entrySet().stream().map(this::day).toList();
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    Burn burn =
        Burn.of(
            objective,
            sum(hours.tailMap(hour.minus(Duration.ofHours(1)))),
            sum(hours.tailMap(firstHour(now))),
            sum(days.tailMap(today.minusDays(2))));
    return Budget.of(objective, today, its, burn);
  }

  private DayTally day(Map.Entry<LocalDate, Figures> day) {
    Instant begin = day.getKey().atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant end = begin.plus(Duration.ofDays(1));
    Instant from = created.isAfter(begin) ? created : begin;
    Instant to = now.isBefore(end) ? now : end;
    Duration length = to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    return new DayTally(tally(day.getValue()), length.minus(Maintenance.within(windows, from, to)));
  }

  private static Tally sum(SortedMap<?, Figures> some) {
    return some.values().stream().map(Budgets::tally).reduce(Tally.NONE, Tally::plus);
  }

  private static Tally tally(Figures figures) {
    return new Tally(figures.checks(), figures.failed());
  }
}
