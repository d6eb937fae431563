package eu.rempart.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.NoticeListener;
import eu.rempart.db.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ChangeListenerTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final People people = new People();

  @Test
  void theIndexFollowsTheDatabaseAndStartsAnewAfterABreak() throws Exception {
    try (OpenIndex index = OpenIndex.ready(people)) {
      awaitAsked("all");
      NoticeListener listener =
          SearchConfiguration.listening(database.appDataSource(), index.index, event -> {});
      listener.start();
      try {
        // Built anew once it listens, since nobody knows what happened before.
        awaitAsked("all");
        UUID id = people.put(People.person("From another server"));
        execute("SELECT pg_notify('rempart_change', 'person:INSERT:" + id + "')");
        awaitAsked(Set.of(id));
        execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND query LIKE 'LISTEN%'");
        awaitAsked("all");
        index.add(People.person("Makes this thread wait"));
        assertThat(index.find("another")).containsExactly(id);
      } finally {
        listener.stop();
      }
      assertThat(listener.isRunning()).isFalse();
    }
  }

  /** Waits until the index asks for this, whatever it asks for before. */
  private void awaitAsked(Object expected) throws InterruptedException {
    Object what = people.asked.poll(60, TimeUnit.SECONDS);
    while (what != null && !what.equals(expected)) {
      what = people.asked.poll(60, TimeUnit.SECONDS);
    }
    assertThat(what).as("what the index asked for within a minute").isEqualTo(expected);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database.appDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
