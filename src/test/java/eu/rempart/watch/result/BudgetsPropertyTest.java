package eu.rempart.watch.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.rempart.Tries;
import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.objective.Budget;
import eu.rempart.watch.objective.Objective;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is left of an objective, and how fast it goes, equals a recount from all raw results, minute
 * by minute, for whatever came: over two months, within maintenance, soon after the beginning.
 */
class BudgetsPropertyTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final List<Zone> ZONES = Zone.USUAL.subList(0, 3);

  private final WatchLab lab = new WatchLab(database);

  static IntStream seeds() {
    return Tries.seeds(4, 12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsLeftEqualsARecount(int seed) {
    Random random = new Random(seed);
    Objective objective =
        new Objective(
            99_000 + random.nextInt(1_000),
            random.nextBoolean() ? Objective.Over.MONTH : Objective.Over.THIRTY_DAYS);
    Check check = lab.watch("aimed", objective, ZONES.toArray(Zone[]::new));
    Instant created = lab.clock.instant();
    int minutes = 1 + random.nextInt(45 * 24 * 60);
    for (int i = 0; i < random.nextInt(4); i++) {
      Instant begin = created.plus(Duration.ofMinutes(random.nextInt(minutes)));
      Duration length = Duration.ofMinutes(random.nextInt(3_000));
      lab.maintenance.insert(
          new Maintenance(UUID.randomUUID(), check.id(), "works", begin, begin.plus(length)), null);
    }
    lab.clock.pass(Duration.ofMinutes(minutes));
    for (int i = 0; i < 200; i++) {
      // half of them lately, where rates are told
      int back = random.nextInt(random.nextBoolean() ? minutes : Math.min(minutes, 600));
      Instant at = lab.clock.instant().minus(Duration.ofMinutes(back));
      Zone zone = ZONES.get(random.nextInt(ZONES.size()));
      lab.recorder.take(WatchLab.result(check, zone, at, random.nextInt(10) > 0));
    }

    Budget budget = lab.status(check).budget().orElseThrow();
    assertThat(budget.whole().toMillis()).isCloseTo(whole(objective), within(1L));
    assertThat(budget.spent().toMillis())
        .isCloseTo(Math.round(spentMinutes(check, objective, created) * 60_000), within(40L));
    Instant hour = lab.clock.instant().truncatedTo(ChronoUnit.HOURS);
    isRate(budget.burn().hour(), check, objective, hour.minus(Duration.ofHours(1)));
    isRate(budget.burn().sixHours(), check, objective, hour.minus(Duration.ofHours(6)));
    Instant day = lab.clock.instant().truncatedTo(ChronoUnit.DAYS);
    isRate(budget.burn().threeDays(), check, objective, day.minus(Duration.ofDays(2)));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(lab.clock.instant(), ZoneOffset.UTC);
  }

  private long whole(Objective objective) {
    int days = objective.over() == Objective.Over.MONTH ? today().lengthOfMonth() : 30;
    return days * 86_400L * (100_000 - objective.thousandths()) / 100;
  }

  private double spentMinutes(Check check, Objective objective, Instant created) {
    Map<LocalDate, Double> shares = new HashMap<>();
    database
        .owner()
        .fetch(
            """
            SELECT (at AT TIME ZONE 'UTC')::date AS day,
                   (count(*) FILTER (WHERE failure IS NOT NULL))::float8 / count(*) AS share
            FROM watch_result WHERE check_id = ? AND NOT excluded GROUP BY day
            """,
            check.id().value())
        .forEach(
            row -> shares.put(row.get("day", LocalDate.class), row.get("share", Double.class)));
    List<Maintenance> windows =
        lab.maintenance.endingAfter(Instant.EPOCH).stream()
            .filter(window -> window.concerns(check.id()))
            .toList();
    double spent = 0;
    Instant first = objective.firstDay(today()).atStartOfDay().toInstant(ZoneOffset.UTC);
    for (Instant at = created.isAfter(first) ? created : first;
        at.isBefore(lab.clock.instant());
        at = at.plusSeconds(60)) {
      Instant minute = at;
      if (windows.stream().noneMatch(window -> covers(window, minute))) {
        spent += shares.getOrDefault(LocalDate.ofInstant(at, ZoneOffset.UTC), 0.0);
      }
    }
    return spent;
  }

  private static boolean covers(Maintenance window, Instant at) {
    return !at.isBefore(window.begin()) && at.isBefore(window.end());
  }

  private static void isRate(
      Optional<java.math.BigDecimal> rate, Check check, Objective objective, Instant from) {
    var row =
        database
            .owner()
            .fetchSingle(
                """
                SELECT count(*) AS checks, count(failure) AS failed
                FROM watch_result WHERE check_id = ? AND at >= ?::timestamptz AND NOT excluded
                """,
                check.id().value(),
                from.atOffset(ZoneOffset.UTC));
    long checks = row.get("checks", Long.class);
    assertThat(rate.isPresent()).isEqualTo(checks > 0);
    rate.ifPresent(
        known ->
            assertThat(known.doubleValue())
                .isCloseTo(
                    (double) row.get("failed", Long.class)
                        / checks
                        / ((100_000 - objective.thousandths()) / 100_000.0),
                    within(0.0501)));
  }
}
