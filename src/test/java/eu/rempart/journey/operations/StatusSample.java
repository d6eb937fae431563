package eu.rempart.journey.operations;

import eu.rempart.journey.Installation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * Two services that three places have looked at for 2,000 hours: one that was down for half a day,
 * and one that a single place cannot reach. To be closed, which takes all of it away again.
 */
final class StatusSample implements AutoCloseable {

  static final String SHOP = "Shop";
  static final String DESK = "Service desk of the <b>whole</b> group";
  static final String WORKS = "New disks, rack 4";
  static final String NOTE = "The provider's line was cut by an excavator & is mended.";

  private static final int HOURS = 2_000;

  final UUID shop = UUID.randomUUID();
  final UUID desk = UUID.randomUUID();
  private final Connection owner;

  StatusSample(Installation installation) throws IOException, SQLException {
    owner = installation.asOwner();
    check(shop, SHOP, "shop.example", 443, "99900, 'THIRTY_DAYS'");
    check(desk, DESK, "a-machine-with-a-long-name.desk.example", 8443, "NULL, NULL");
    // four hours of a disk that was changed, and twelve of an outage
    window("now() - interval '304 hours 1 second'", "now() - interval '300 hours 1 second'");
    window("now() + interval '5 hours'", "now() + interval '5 hours 90 minutes'");
    results(shop, "h BETWEEN 101 AND 112", "h BETWEEN 301 AND 304");
    results(desk, "zone = 'HK' AND h <= 3", "false");
    figures("H", "hour");
    figures("D", "day");
    state(shop, "false");
    state(desk, "zone = 'HK'");
    outage();
  }

  private void check(UUID id, String name, String host, int port, String aim) throws SQLException {
    run(
        """
        INSERT INTO watch_check (id, name, kind, host, port, path, limit_value, clear_value,
          period_seconds, fail_after, recover_after, zones, quorum, shown, enabled, created_at,
          objective, objective_over)
        VALUES ('%s', '%s', 'PAGE', '%s', %d, '/', 3000, 2000, 3600, 2, 2, '{FR,BR,HK}', 2, true,
          true, now() - interval '%d hours', %s)
        """
            .formatted(id, name, host, port, HOURS, aim));
  }

  private void window(String begin, String end) throws SQLException {
    run(
        """
        INSERT INTO watch_maintenance (id, check_id, title, begins_at, ends_at)
        VALUES (gen_random_uuid(), '%s', '%s', %s, %s)
        """
            .formatted(shop, WORKS, begin, end));
  }

  /** France answers within 120 ms, Brazil within 240, Hong Kong within 360. */
  private void results(UUID check, String failed, String excluded) throws SQLException {
    run(
        """
        INSERT INTO watch_result (check_id, zone, at, failure, number, total_us, excluded)
        SELECT '%1$s', zone, now() - h * interval '1 hour' + interval '50 minutes',
          CASE WHEN %2$s THEN 'STATUS' END, CASE WHEN %2$s THEN 503 ELSE 200 END,
          CASE WHEN NOT (%2$s) THEN n * 120000 END, %3$s
        FROM generate_series(1, %4$d) h,
          unnest('{FR,BR,HK}'::text[]) WITH ORDINALITY AS z (zone, n)
        """
            .formatted(check, failed, excluded, HOURS));
  }

  private void figures(String span, String unit) throws SQLException {
    run(
        """
        INSERT INTO watch_figure
          (check_id, zone, span, at, checks, failed, excluded, timed, total_us)
        SELECT check_id, zone, '%s', date_trunc('%s', at, 'UTC'),
          count(*) FILTER (WHERE NOT excluded),
          count(failure) FILTER (WHERE NOT excluded), count(*) FILTER (WHERE excluded),
          count(total_us) FILTER (WHERE NOT excluded),
          coalesce(sum(total_us) FILTER (WHERE NOT excluded), 0)
        FROM watch_result WHERE check_id IN ('%s', '%s') GROUP BY 1, 2, 4
        """
            .formatted(span, unit, shop, desk));
  }

  private void state(UUID check, String bad) throws SQLException {
    run(
        """
        INSERT INTO watch_state (check_id, raw, flapping, since, downs)
        VALUES ('%s', 'UP', false, now() - interval '99 hours', '{}')
        """
            .formatted(check));
    run(
        """
        INSERT INTO watch_zone_view (check_id, zone, failed, succeeded, bad, at, failure)
        SELECT '%1$s', zone, CASE WHEN %2$s THEN 3 ELSE 0 END, CASE WHEN %2$s THEN 0 ELSE 9 END,
          %2$s, now() - interval '10 minutes', CASE WHEN %2$s THEN 'STATUS' END
        FROM unnest('{FR,BR,HK}'::text[]) zone
        """
            .formatted(check, bad));
  }

  private void outage() throws SQLException {
    UUID incident = UUID.randomUUID();
    run(
        """
        INSERT INTO watch_incident (id, check_id, begun_at, ended_at)
        VALUES ('%s', '%s', now() - interval '111 hours', now() - interval '99 hours')
        """
            .formatted(incident, shop));
    for (String step :
        List.of(
            "'111 hours', 'DOWN', '{BR,FR}', 'STATUS', 503, NULL",
            "'105 hours', 'NOTE', '{}', NULL, NULL, '%s'".formatted(NOTE.replace("'", "''")),
            "'100 hours', 'RECOVERING', '{}', NULL, NULL, NULL",
            "'99 hours', 'UP', '{}', NULL, NULL, NULL")) {
      run(
          """
          INSERT INTO watch_incident_step (incident_id, at, kind, zones, failure, number, note)
          SELECT '%s', now() - ago::interval, kind, zones::text[], failure, number::int, note
          FROM (VALUES (%s)) AS s (ago, kind, zones, failure, number, note)
          """
              .formatted(incident, step));
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    try (owner) {
      String its = " IN ('%s', '%s')".formatted(shop, desk);
      run(
          "DELETE FROM watch_incident_step WHERE incident_id IN"
              + " (SELECT id FROM watch_incident WHERE check_id%s)".formatted(its));
      for (String table :
          List.of("incident", "maintenance", "zone_view", "state", "figure", "result")) {
        run("DELETE FROM watch_%s WHERE check_id%s".formatted(table, its));
      }
      run("DELETE FROM watch_check WHERE id" + its);
    }
  }
}
