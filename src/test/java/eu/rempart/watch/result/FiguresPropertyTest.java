package eu.rempart.watch.result;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Record;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The figures that grow with each result equal a recount from all raw results, which SQL of its own
 * does here, for whatever came: in any order, twice, within maintenance, over days.
 */
class FiguresPropertyTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final List<Zone> ZONES = Zone.USUAL.subList(0, 4);

  private static final List<Failure> FAILURES = List.copyOf(EnumSet.allOf(Failure.class));

  private final WatchLab lab = new WatchLab(database);

  private static Result any(Random random, Check check, Instant from) {
    Instant at = from.plusSeconds(random.nextInt(3 * 24 * 60) * 60L);
    boolean ok = random.nextInt(10) > 2;
    boolean timed = random.nextInt(10) > 0;
    return new Result(
        check.id(),
        ZONES.get(random.nextInt(ZONES.size())),
        at,
        ok ? null : FAILURES.get(random.nextInt(FAILURES.size())),
        random.nextInt(1_000),
        timed ? new Timing(1L, 2L, null, 4L, (long) random.nextInt(5_000_000)) : Timing.NONE);
  }

  @RepeatedTest(12)
  void figuresEqualARecount(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Check check = lab.watch("recount " + info.getCurrentRepetition(), ZONES.toArray(Zone[]::new));
    Instant from = lab.clock.instant().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.DAYS);
    for (int i = 0; i < random.nextInt(3); i++) {
      Instant begin = from.plusSeconds(random.nextInt(200_000));
      lab.maintenance.insert(
          new Maintenance(
              UUID.randomUUID(),
              random.nextBoolean() ? check.id() : null,
              "works",
              begin,
              begin.plusSeconds(random.nextInt(40_000))),
          null);
    }
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      results.add(any(random, check, from));
    }
    results.addAll(results.subList(0, 40));
    Collections.shuffle(results, random);
    results.forEach(lab.recorder::take);

    CheckStatus status = lab.status(check);
    assertThat(status.zones()).isEqualTo(recountZones(check));
    assertThat(status.days()).isEqualTo(recountDays(check));
    assertThat(status.all().checks()).isPositive();
    assertThat(hours(check)).isEqualTo(status.all());
  }

  private static final String RECOUNT =
      """
      count(*) FILTER (WHERE NOT excluded) AS checks,
      count(*) FILTER (WHERE NOT excluded AND failure IS NOT NULL) AS failed,
      count(*) FILTER (WHERE excluded) AS excluded,
      count(total_us) FILTER (WHERE NOT excluded AND failure IS NULL) AS timed,
      coalesce(sum(total_us) FILTER (WHERE NOT excluded AND failure IS NULL), 0)::bigint AS total
      """;

  private static SortedMap<Zone, Figures> recountZones(Check check) {
    SortedMap<Zone, Figures> zones = new TreeMap<>();
    database
        .owner()
        .fetch(
            "SELECT zone, " + RECOUNT + "FROM watch_result WHERE check_id = ? GROUP BY zone",
            check.id().value())
        .forEach(row -> zones.put(new Zone(row.get("zone", String.class)), figures(row)));
    return zones;
  }

  private static SortedMap<LocalDate, Figures> recountDays(Check check) {
    SortedMap<LocalDate, Figures> days = new TreeMap<>();
    database
        .owner()
        .fetch(
            "SELECT (at AT TIME ZONE 'UTC')::date AS day, "
                + RECOUNT
                + "FROM watch_result WHERE check_id = ? GROUP BY day",
            check.id().value())
        .forEach(row -> days.put(row.get("day", LocalDate.class), figures(row)));
    return days;
  }

  private static Figures hours(Check check) {
    return figures(
        database
            .owner()
            .fetchSingle(
                """
                SELECT sum(checks)::bigint AS checks, sum(failed)::bigint AS failed,
                       sum(excluded)::bigint AS excluded, sum(timed)::bigint AS timed,
                       sum(total_us)::bigint AS total
                FROM watch_figure WHERE span = 'H' AND check_id = ?
                """,
                check.id().value()));
  }

  private static Figures figures(Record row) {
    return new Figures(
        row.get("checks", Long.class),
        row.get("failed", Long.class),
        row.get("excluded", Long.class),
        row.get("timed", Long.class),
        row.get("total", Long.class));
  }
}
