package eu.rempart.db.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import eu.rempart.db.RowGuard;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PgConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pool of connections, each of which is told what may be read on it before anybody gets it. Who
 * may read everything costs nothing; somebody else a round trip where the connection last served
 * somebody different. What commits on them is on both servers where there are two.
 */
public final class GuardedDataSource extends HikariDataSource {

  private static final Logger log = LoggerFactory.getLogger(GuardedDataSource.class);

  private final RowGuard guard;

  /** Those that somebody has now. */
  private final Set<CertainConnection> lent = ConcurrentHashMap.newKeySet();

  /** What each connection was told last, as long as it is open. */
  private final Map<PGConnection, Map<String, String>> told =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Opens the first connection.
   *
   * @param guard asked before each loan
   */
  public GuardedDataSource(HikariConfig config, RowGuard guard) {
    super(config);
    this.guard = guard;
  }

  @Override
  public Connection getConnection() throws SQLException {
    // asked first: finding out may need a connection itself
    Map<String, String> settings = guard.settings();
    Connection connection = super.getConnection();
    var certain = new CertainConnection(connection, lent::remove);
    lent.add(certain);
    try {
      tell(connection, settings);
      return certain;
    } catch (SQLException | RuntimeException e) {
      // half told is told wrongly
      evictConnection(connection);
      certain.close();
      throw e;
    }
  }

  /**
   * Connects to this server first from now on, where there are several.
   *
   * @param server {@code host:port}
   */
  public void leads(String server) {
    if (getDataSource() instanceof LeaderFirst several) {
      several.first(server);
    }
  }

  /**
   * Ends every connection: those at rest, and those that wait for an answer of a server that says
   * nothing any more, which would wait for minutes. What they were asked fails. Waits for nothing:
   * saying farewell over TLS can hang behind what can't be sent.
   */
  public void cut() {
    List<CertainConnection> before = List.copyOf(lent);
    HikariPoolMXBean pool = getHikariPoolMXBean();
    if (pool != null) {
      pool.softEvictConnections();
    }
    before.forEach(connection -> Thread.ofVirtual().name("abort").start(() -> abort(connection)));
  }

  private static void abort(CertainConnection connection) {
    try {
      // of the driver itself, since the pool's is for one thread
      connection.unwrap(PgConnection.class).abort(Runnable::run);
    } catch (SQLException e) {
      log.debug("a connection to the former primary was given back meanwhile", e);
    }
  }

  private void tell(Connection connection, Map<String, String> settings) throws SQLException {
    if (settings.isEmpty() && told.isEmpty()) {
      return;
    }
    PGConnection itself = connection.unwrap(PGConnection.class);
    Map<String, String> before = told.getOrDefault(itself, Map.of());
    if (before.equals(settings)) {
      return;
    }
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(settings.keySet());
    set(connection, names, settings);
    told.put(itself, Map.copyOf(settings));
  }

  private static void set(
      Connection connection, SortedSet<String> names, Map<String, String> values)
      throws SQLException {
    String calls =
        names.stream().map(_ -> "set_config(?, ?, false)").collect(Collectors.joining(", "));
    try (PreparedStatement statement = connection.prepareStatement("SELECT " + calls)) {
      int at = 1;
      for (String name : names) {
        statement.setString(at++, "rempart." + name);
        statement.setString(at++, values.getOrDefault(name, ""));
      }
      statement.execute();
    }
  }
}
