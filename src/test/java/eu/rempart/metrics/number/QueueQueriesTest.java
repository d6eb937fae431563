package eu.rempart.metrics.number;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QueueQueriesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final QueueQueries queries = new QueueQueries(database.app());

  private static void watch(String level, String zone, int secondsLate) {
    database
        .owner()
        .execute(
            """
            INSERT INTO watch_check (id, name, kind, level, host, port, path, limit_value,
              clear_value, period_seconds, fail_after, recover_after, zones, quorum, shown, enabled,
              home_at)
            SELECT gen_random_uuid(), 'c', CASE WHEN l IS NULL THEN 'PAGE' ELSE 'LEVEL' END, l,
              CASE WHEN l IS NULL THEN 'x.example' END, CASE WHEN l IS NULL THEN 443 END,
              CASE WHEN l IS NULL THEN '/' END, 1, 1, 60, 1, 1, ARRAY[?], 1, false, true,
              now() - ? * interval '1 second'
            FROM (SELECT nullif(?, '') AS l) kind
            """,
            zone,
            secondsLate,
            level);
  }

  @Test
  void lateIsWhatHomeShouldHaveMeasuredByNow() {
    watch("", "HOME", 10);
    watch("", "FR", 3_600);
    watch("DISK", "HOME", 3_600);
    assertThat(queries.checksLate(Instant.now())).isZero();
    watch("", "HOME", 60);
    watch("MAIL_QUEUE", "HOME", 60);
    assertThat(queries.checksLate(Instant.now())).isEqualTo(2);
    assertThat(queries.imports()).isZero();
  }

  @Test
  void alertsAreThoseThatNobodyTookYet() {
    for (String state : List.of("QUEUED", "SENDING", "SENT", "GIVEN_UP", "DROPPED")) {
      database
          .owner()
          .execute(
              """
              INSERT INTO alert_message (id, group_id, member_id, kind, severity, title, words,
                written_at, address_id, channel, state, due_at, done_at)
              SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'ALARM', 'WARNING',
                't', '', now(), gen_random_uuid(), 'SMS', s, now(),
                CASE WHEN s IN ('QUEUED', 'SENDING') THEN NULL ELSE now() END
              FROM (SELECT ?::text AS s) state
              """,
              state);
    }
    assertThat(queries.alerts()).isEqualTo(2);
  }
}
