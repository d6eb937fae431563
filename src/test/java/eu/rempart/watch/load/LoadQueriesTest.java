package eu.rempart.watch.load;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoadQueriesTest {

  private static final int MANY = 30;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void connectionsOfOtherRolesCount() throws Exception {
    LoadQueries load = new LoadQueries(database.app());
    int most =
        Integer.parseInt(database.owner().fetchSingle("SHOW max_connections").get(0, String.class));
    List<Connection> open = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        open.add(DriverManager.getConnection(database.jdbcUrl(), "rempart_owner", ""));
      }
      assertThat(load.connections()).isBetween(Math.round(100.0 * MANY / most), 100L);
    } finally {
      for (Connection connection : open) {
        connection.close();
      }
    }
  }
}
