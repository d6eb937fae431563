package eu.rempart.watch.status;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.result.StatusReport;
import eu.rempart.watch.result.WatchLab;
import eu.rempart.watch.status.OutageRecount.Outage;
import eu.rempart.watch.status.OutageRecount.Said;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.jooq.Record;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the public reads equals a recount from the raw results, which SQL and {@link OutageRecount}
 * do here. What fell into maintenance is asked of the windows, and never of the mark that results
 * carry. Each repetition has a seed of its own, the same in every run.
 */
class StatusRecountPropertyTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final List<Zone> ZONES = Zone.USUAL.subList(0, 3);

  /** Of results {@code r}: those that the recount takes for maintained. */
  private static final String MAINTAINED =
      """
      EXISTS (SELECT FROM watch_maintenance m WHERE (m.check_id IS NULL OR m.check_id = r.check_id)
        AND r.at >= m.begins_at AND r.at < m.ends_at)
      """;

  private static final String FIGURES =
      """
      SELECT count(*) FILTER (WHERE NOT maintained) AS checks,
        count(failure) FILTER (WHERE NOT maintained) AS failed,
        count(*) FILTER (WHERE maintained) AS excluded,
        CASE WHEN count(failure) FILTER (WHERE NOT maintained) > 0 THEN least(99.999,
            round(100.0 * count(*) FILTER (WHERE NOT maintained AND failure IS NULL)
              / count(*) FILTER (WHERE NOT maintained), 3))
          WHEN count(*) FILTER (WHERE NOT maintained) > 0 THEN 100.000 END AS uptime,
        round(avg(total_us) FILTER (WHERE NOT maintained AND failure IS NULL) / 1000000, 3)
          AS average
      FROM (SELECT r.*, %s AS maintained FROM watch_result r WHERE check_id = ?) AS r
      """
          .formatted(MAINTAINED);

  private final WatchLab lab = new WatchLab(database);

  private static int counted;

  @AfterAll
  static void thereWereOutages() {
    assertThat(counted).isGreaterThan(5);
  }

  @RepeatedTest(6)
  void whatThePublicReadsEqualsARecount(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    database.owner().execute("DELETE FROM watch_maintenance");
    lab.clock.pass(Duration.ofHours(9).plusSeconds(random.nextInt(7_200)));
    Check check = lab.watch("recount " + info.getCurrentRepetition(), ZONES.toArray(Zone[]::new));
    Instant created = lab.clock.instant();
    new HoursOfWatch(database, lab, ZONES).live(random, check);
    lab.clock.pass(Duration.ofSeconds(random.nextInt(100)));

    StatusReport report = lab.reports.forEverybody();
    JsonNode service = service(report, check);
    equal(service, figures(check, ""));
    for (Zone zone : ZONES) {
      equal(
          service.get("zones").get(zone.code()),
          figures(check, "WHERE zone = '%s'".formatted(zone)));
    }
    for (LocalDate day : days(check)) {
      equal(
          service.get("days").get(day.toString()),
          figures(check, "WHERE (at AT TIME ZONE 'UTC')::date = '%s'".formatted(day)));
    }
    assertThat(service.get("days").size()).isEqualTo(days(check).size());
    assertThat(instant(service, "watchedSince")).isEqualTo(created);
    assertThat(service.get("flapping").asBoolean()).isFalse();
    assertThat(service.get("excludedMinutes").asLong()).isEqualTo(worked(check, created));
    last(service, check);
    outages(report, service, check);
    page(report, service, check);
  }

  private static JsonNode service(StatusReport report, Check check) {
    JsonNode json = JsonMapper.shared().readTree(StatusJson.write(report, List.of()));
    return StreamSupport.stream(json.get("services").spliterator(), false)
        .filter(service -> service.get("id").asString().equals(check.id().toString()))
        .findFirst()
        .orElseThrow();
  }

  private static Record figures(Check check, String where) {
    return database.owner().fetchSingle(FIGURES + where, check.id().value());
  }

  private static void equal(JsonNode told, Record recount) {
    assertThat(told.get("checks").asLong()).isEqualTo(recount.get("checks", Long.class));
    assertThat(told.get("failedChecks").asLong()).isEqualTo(recount.get("failed", Long.class));
    assertThat(told.get("excludedChecks").asLong()).isEqualTo(recount.get("excluded", Long.class));
    assertThat(decimals(told, "uptimePercent")).isEqualTo(recount.get("uptime", BigDecimal.class));
    assertThat(decimals(told, "averageSeconds"))
        .isEqualTo(recount.get("average", BigDecimal.class));
  }

  /** As it stands there, to three decimals. */
  private static @Nullable BigDecimal decimals(JsonNode told, String name) {
    JsonNode value = told.get(name);
    return value.isNull() ? null : new BigDecimal(value.toString()).setScale(3);
  }

  private static List<LocalDate> days(Check check) {
    return database
        .owner()
        .fetch(
            """
            SELECT DISTINCT (at AT TIME ZONE 'UTC')::date AS day FROM watch_result
              WHERE check_id = ?
            """,
            check.id().value())
        .getValues("day", LocalDate.class);
  }

  /** Minutes in which at least one window was open, counted second by second. */
  private long worked(Check check, Instant created) {
    return database
            .owner()
            .fetchSingle(
                """
                SELECT count(*) AS seconds FROM
                  (SELECT ?::uuid AS check_id, at FROM
                    generate_series(?::timestamptz, ?::timestamptz - interval '1 second', '1 second') at) r
                  WHERE
                """
                    + MAINTAINED,
                check.id().value(),
                created.toString(),
                lab.clock.instant().toString())
            .get("seconds", Long.class)
        / 60;
  }

  private static void last(JsonNode service, Check check) {
    Record last =
        database
            .owner()
            .fetchSingle(
                "SELECT at, zone, failure FROM watch_result WHERE check_id = ? AND at ="
                    + " (SELECT max(at) FROM watch_result WHERE check_id = ?)",
                check.id().value(),
                check.id().value());
    JsonNode told = service.get("last");
    assertThat(instant(told, "at")).isEqualTo(last.get("at", OffsetDateTime.class).toInstant());
    assertThat(told.get("zone").asString()).isEqualTo(last.get("zone", String.class));
    assertThat(told.get("ok").asBoolean()).isEqualTo(last.get("failure") == null);
  }

  private static Instant instant(JsonNode told, String name) {
    return Instant.parse(told.get(name).asString());
  }

  private void outages(StatusReport report, JsonNode service, Check check) {
    List<Said> said =
        database
            .owner()
            .fetch(
                "SELECT zone, at, failure, %s AS maintained FROM watch_result r WHERE check_id = ? ORDER BY at"
                    .formatted(MAINTAINED),
                check.id().value())
            .map(
                row ->
                    new Said(
                        new Zone(row.get("zone", String.class)),
                        row.get("at", OffsetDateTime.class).toInstant(),
                        row.get("failure") == null,
                        row.get("maintained", Boolean.class)));
    List<Outage> recount = OutageRecount.of(check, said);
    assertThat(service.get("outages").asInt()).isEqualTo(recount.size());
    assertThat(
            report.incidents().stream()
                .filter(incident -> incident.check().equals(check.id()))
                .map(incident -> new Outage(incident.begunAt(), incident.endedAt())))
        .containsExactlyInAnyOrderElementsOf(recount);
    boolean open = recount.stream().anyMatch(outage -> outage.ended() == null);
    assertThat(List.of("DOWN", "RECOVERING").contains(service.get("state").asString()))
        .isEqualTo(open);
    counted += recount.size();
  }

  /** The page says of it what the other says. */
  private static void page(StatusReport report, JsonNode service, Check check) {
    Element section =
        Objects.requireNonNull(
            Jsoup.parse(StatusPage.write(report, Locale.ENGLISH))
                .selectFirst("section[aria-labelledby=check-" + check.id() + "]"));
    assertThat(fact(section, "Checks")).isEqualTo("%,d", service.get("checks").asLong());
    assertThat(fact(section, "Failed checks"))
        .isEqualTo("%,d", service.get("failedChecks").asLong());
    assertThat(fact(section, "Outages")).isEqualTo(service.get("outages").asString());
    assertThat(fact(section, "Uptime")).isEqualTo(text(decimals(service, "uptimePercent"), " %"));
    assertThat(fact(section, "Average response time"))
        .isEqualTo(text(decimals(service, "averageSeconds"), " s"));
    LocalDate since = LocalDate.ofInstant(instant(service, "watchedSince"), ZoneOffset.UTC);
    assertThat(fact(section, "Since")).isEqualTo("%d Mar 2026", since.getDayOfMonth());
    assertThat(fact(section, "Last check"))
        .endsWith(service.get("last").get("ok").asBoolean() ? "(all well)" : "status 503)");
  }

  private static String text(@Nullable BigDecimal number, String unit) {
    return number == null ? "–" : number + unit;
  }

  private static String fact(Element section, String name) {
    return section.select("dt").stream()
        .filter(term -> term.text().equals(name))
        .map(term -> Objects.requireNonNull(term.nextElementSibling()).text())
        .findFirst()
        .orElseThrow();
  }
}
