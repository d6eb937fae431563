package eu.rempart.bench.site;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the database has of what was written, compared with what writers were told. */
record Written(Map<String, Set<Long>> numbers, long doubled) {

  /** Makes the table, without what would refuse a number that comes twice. */
  static void prepare(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("CREATE TABLE bench_written (writer text, n bigint)");
      statement.execute("GRANT SELECT, INSERT ON bench_written TO rempart_app");
    }
  }

  /** Reads all of them. */
  static Written read(Connection owner) throws SQLException {
    Map<String, Set<Long>> numbers = new HashMap<>();
    long doubled = 0;
    try (PreparedStatement statement =
            owner.prepareStatement("SELECT writer, n FROM bench_written WHERE writer <> 'cost'");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Set<Long> mine = numbers.computeIfAbsent(rows.getString(1), _ -> new HashSet<>());
        if (!mine.add(rows.getLong(2))) {
          doubled++;
        }
      }
    }
    return new Written(numbers, doubled);
  }

  /** How many were acknowledged and are not there. */
  long lost(Notes notes) {
    return notes.acknowledged().stream()
        .filter(it -> !numbers.getOrDefault(it.writer(), Set.of()).contains(it.number()))
        .count();
  }
}
