package eu.rempart.alert.source;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is looked at every few seconds is found among very many at once. */
class SeenQueriesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void alarmsAreFoundByAnIndexOfThemAlone() {
    database
        .owner()
        .execute(
            "INSERT INTO security_event (id, kind, severity)"
                + " SELECT gen_random_uuid(), 'edge.slowed', CASE WHEN n = 1 THEN 'ALARM' ELSE 'INFO' END"
                + " FROM generate_series(1, 5000) n");
    database.owner().execute("ANALYZE security_event");
    SeenQueries queries = new SeenQueries(database.app());
    Instant since = Instant.now().minus(Duration.ofDays(1));
    assertThat(queries.unseen(since, 500)).hasSize(1);
    assertThat(database.app().explain(queries.query(since, 500)).plan())
        .contains("security_event_alert");
  }
}
