package eu.rempart.bench;

import eu.rempart.db.OwnerAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What others do: the same people in clear, in one table of the same PostgreSQL, with a trigram
 * index, a text search index and an index for the sorted list.
 */
final class ClearTable implements AutoCloseable {

  private static final int PAGE = 50;
  private static final int CAP = 10_001;
  private static final String COLUMNS = "id, first_name, last_name, email, phone, city, changed_at";

  private final Connection connection;

  ClearTable(OwnerAccess owner) throws SQLException {
    connection = owner.connect();
    execute("CREATE SCHEMA bench");
    execute("CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public");
    execute(
        """
        CREATE TABLE bench.person (
          id uuid PRIMARY KEY, first_name text, last_name text, email text, phone text, city text,
          changed_at timestamptz NOT NULL DEFAULT now(),
          sort_name text NOT NULL,
          haystack text NOT NULL,
          words tsvector GENERATED ALWAYS AS (to_tsvector('simple', haystack)) STORED)
        """);
  }

  void load(SyntheticPeople people, int from, int to) throws SQLException {
    String sql =
        "INSERT INTO bench.person (id, first_name, last_name, email, phone, city, sort_name,"
            + " haystack) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = from; i < to; i++) {
        SyntheticPerson person = people.person(i);
        String name = person.lastName() + " " + person.firstName();
        insert.setObject(1, new UUID(i, i));
        insert.setString(2, person.firstName());
        insert.setString(3, person.lastName());
        insert.setString(4, person.email());
        insert.setString(5, person.phone());
        insert.setString(6, person.city());
        insert.setString(7, name);
        insert.setString(
            8, String.join(" ", "", name, person.email(), person.phone(), person.city()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Does at once what autovacuum does to a table some minutes after it was filled. */
  void settle(String table) throws SQLException {
    execute("VACUUM ANALYZE " + table);
  }

  /** Seconds that the indexes took. */
  double index() throws SQLException {
    long start = System.nanoTime();
    execute("CREATE INDEX ON bench.person USING gin (haystack gin_trgm_ops)");
    execute("CREATE INDEX ON bench.person USING gin (words)");
    execute("CREATE INDEX ON bench.person (sort_name, id)");
    settle("bench.person");
    return (System.nanoTime() - start) / 1e9;
  }

  /**
   * The first page of those that contain all patterns (LIKE), and how many there are up to the cap.
   */
  List<String> trigram(List<String> patterns) throws SQLException {
    String where =
        String.join(" AND ", patterns.stream().map(pattern -> "haystack ILIKE ?").toList());
    return pageAndCount(where, patterns);
  }

  /** The same by text search: {@code mar:* & dup:*}. */
  List<String> words(String query) throws SQLException {
    return pageAndCount("words @@ to_tsquery('simple', ?)", List.of(query));
  }

  private List<String> pageAndCount(String where, List<String> values) throws SQLException {
    List<String> page =
        page(
            "SELECT %s FROM bench.person WHERE %s ORDER BY sort_name, id LIMIT %d"
                .formatted(COLUMNS, where, PAGE),
            values);
    page.addAll(
        page(
            "SELECT count(*) FROM (SELECT FROM bench.person WHERE %s LIMIT %d) capped"
                .formatted(where, CAP),
            values));
    return page;
  }

  /** The page of the sorted list behind this name and id. */
  List<String> pageAfter(String name, UUID id) throws SQLException {
    return page(
        "SELECT %s FROM bench.person WHERE (sort_name, id) > (?, ?::uuid) ORDER BY sort_name, id LIMIT %d"
            .formatted(COLUMNS, PAGE),
        List.of(name, id.toString()));
  }

  private List<String> page(String sql, List<String> values) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setString(i + 1, values.get(i));
      }
      try (ResultSet rows = select.executeQuery()) {
        List<String> page = new ArrayList<>();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            page.add(rows.getString(column));
          }
        }
        return page;
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
