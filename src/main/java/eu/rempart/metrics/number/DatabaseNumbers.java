package eu.rempart.metrics.number;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.springframework.stereotype.Component;

/** The pool of connections to the database. */
@Component
class DatabaseNumbers implements Numbers {

  private final HikariDataSource pool;

  DatabaseNumbers(HikariDataSource pool) {
    this.pool = pool;
  }

  @Override
  public String source() {
    return "database";
  }

  @Override
  public void write(Sheet sheet) {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    if (now != null) {
      connections(sheet, "active", now.getActiveConnections());
      connections(sheet, "idle", now.getIdleConnections());
      sheet.gauge(
          "database_waiting",
          "Threads that wait for a connection.",
          now.getThreadsAwaitingConnection());
    }
    sheet.gauge("database_connections_most", "So many there may be.", pool.getMaximumPoolSize());
  }

  private static void connections(Sheet sheet, String state, int count) {
    sheet.gauge(
        "database_connections",
        "Connections of this node to the database, by state.",
        count,
        "state",
        state);
  }
}
