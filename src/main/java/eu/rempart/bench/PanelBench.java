package eu.rempart.bench;

import eu.rempart.account.security.EventFilter;
import eu.rempart.account.security.OversightService;
import eu.rempart.db.OwnerAccess;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.traffic.TrafficService;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./rempart bench panels --days N --events N --rounds N}: so many requests and the like a
 * day, kept for so many days as the edge keeps them, and a security event for every hundredth; then
 * what each panel of the dashboard asks the database.
 */
final class PanelBench {

  /** Beyond which a panel is too slow. */
  private static final double GOAL_MILLIS = 200;

  /** Places and measures that come in each five minutes of an ordinary day. */
  private static final int PLACES = 40;

  private static final String MEASURES =
      "ARRAY['full-handshake','resumed-handshake','request-page','request-ui','request-static',"
          + "'request-missing','too-fast','request-limited','sign-in','sign-in-failed',"
          + "'bytes-sent','protocol:TLSv1.3','cipher:TLS_AES_128_GCM_SHA256']";
  private static final int MEASURE_COUNT = 13;
  private static final int STEPS_A_DAY = 288;

  private final BenchServer server;
  private final int days;
  private final int events;
  private final int rounds;
  private final PrintStream out;

  private PanelBench(BenchServer server, int days, int events, int rounds, PrintStream out) {
    this.server = server;
    this.days = days;
    this.events = events;
    this.rounds = rounds;
    this.out = out;
  }

  static void main(String[] options) throws Exception {
    try (BenchServer server = BenchServer.start()) {
      var bench =
          new PanelBench(
              server,
              Math.max(1, Benchmarks.number(options, "--days", 90)),
              Math.max(1, Benchmarks.number(options, "--events", 1_000_000)),
              Math.max(1, Benchmarks.number(options, "--rounds", 20)),
              System.out);
      bench.fill();
      bench.panels();
    }
  }

  private void fill() throws IOException, SQLException {
    long begun = System.nanoTime();
    long each = Math.max(1, events / ((long) STEPS_A_DAY * PLACES * MEASURE_COUNT));
    try (Connection owner = server.bean(OwnerAccess.class).connect();
        Statement sql = owner.createStatement()) {
      // the sums are filled below, at once
      sql.execute("ALTER TABLE edge_traffic DISABLE TRIGGER roll_up");
      sql.execute("ALTER TABLE security_event DISABLE TRIGGER roll_up");
      sql.execute(
          """
          INSERT INTO edge_traffic (at, place, measure, count)
          SELECT date_bin('5 minutes', now(), 'epoch') - (n + 1) * interval '5 minutes',
                 chr(65 + p %% 26) || chr(65 + p / 26), m, %d + (n * p) %% 7
          FROM generate_series(0, %d) n, generate_series(0, %d) p, unnest(%s) m"""
              .formatted(each, days * STEPS_A_DAY - 1, PLACES - 1, MEASURES));
      sql.execute(
          """
          INSERT INTO edge_traffic_hour
          SELECT date_trunc('hour', at, 'UTC'), place, measure, sum(count)
          FROM edge_traffic GROUP BY 1, 2, 3 ON CONFLICT (at, place, measure) DO NOTHING""");
      sql.execute(
          """
          INSERT INTO edge_traffic_day
          SELECT date_trunc('day', at, 'UTC'), place, measure, sum(count)
          FROM edge_traffic_hour GROUP BY 1, 2, 3 ON CONFLICT (at, place, measure) DO NOTHING""");
      sql.execute(
          """
          INSERT INTO security_event (id, at, kind, severity, address, detail)
          SELECT gen_random_uuid(), now() - random() * interval '%d days',
                 (ARRAY['account.signin.done','account.signin.refused','edge.source.refused',
                        'edge.banned','edge.slowed','account.place.new'])[1 + n %% 6],
                 'NOTICE', ('10.' || n %% 200 || '.' || n %% 250 || '.1')::inet,
                 jsonb_build_object('place', CASE WHEN n %% 100000 = 0 THEN 'IS' ELSE 'BR' END,
                                    'cause', 'scan', 'count', '45')
          FROM generate_series(1, %d) n"""
              .formatted(days, Math.max(1, (long) days * events / 100)));
      sql.execute(
          """
          INSERT INTO security_event_hour
          SELECT date_trunc('hour', at, 'UTC'), kind, detail ->> 'cause', count(*)
          FROM security_event WHERE kind ~ '^(account.signin|edge|account.place)'
          GROUP BY 1, 2, 3 ON CONFLICT (at, kind, cause) DO NOTHING""");
      sql.execute("ALTER TABLE edge_traffic ENABLE TRIGGER roll_up");
      sql.execute("ALTER TABLE security_event ENABLE TRIGGER roll_up");
      sql.execute("ANALYZE");
    }
    out.printf(
        Locale.ROOT,
        "%,d requests and the like a day for %d days, and a security event for every hundredth,"
            + " in %.0f s%n%n",
        events,
        days,
        (System.nanoTime() - begun) / 1e9);
  }

  private void panels() {
    TrafficService traffic = server.bean(TrafficService.class);
    OversightService oversight = server.bean(OversightService.class);
    EdgeAdministration administration = server.bean(EdgeAdministration.class);
    out.println("panel, in milliseconds                        median      p95");
    for (int back : new int[] {1, 7, 90}) {
      Duration stretch = Duration.ofDays(back);
      String name = back == 1 ? "day" : back + " days";
      Duration step =
          switch (back) {
            case 1 -> Duration.ofMinutes(30);
            case 7 -> Duration.ofHours(4);
            default -> Duration.ofDays(2);
          };
      time("tiles, places, kinds: " + name, () -> traffic.snapshot(stretch));
      time("over time, sign-ins: " + name, () -> traffic.series(stretch, step));
      time("events by kind: " + name, () -> oversight.counts(stretch));
      time(
          "the events behind a number: " + name,
          () ->
              oversight.events(
                  new EventFilter(
                      List.of("edge.banned"), "scan", "", "", Instant.now().minus(stretch))));
    }
    Instant ever = Instant.now().minus(Duration.ofDays(730));
    time(
        "the events of a country that is rare",
        () -> oversight.events(new EventFilter(List.of(), "", "IS", "", ever)));
    time(
        "the events of a network that is rare",
        () -> oversight.events(new EventFilter(List.of(), "", "", "203.0.113.0/24", ever)));
    time("unusual rises", traffic::rises);
    time("bans in force", administration::bans);
    time("rules by country", administration::rules);
    time("who can open the data", oversight::holders);
    time("what a dump reveals", oversight::dump);
  }

  private void time(String panel, Runnable question) {
    long[] nanos = new long[rounds];
    server.work(
        () -> {
          question.run(); // once for the caches
          for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            question.run();
            nanos[round] = System.nanoTime() - begun;
          }
        });
    Timing timing = Timing.of(nanos);
    out.printf(
        Locale.ROOT,
        "%-43s %s%s%n",
        panel,
        timing,
        timing.p95() > GOAL_MILLIS ? "  more than %.0f".formatted(GOAL_MILLIS) : "");
  }
}
