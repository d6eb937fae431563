package eu.rempart.ops.backup.engine;

import eu.rempart.db.server.DatabaseServer;
import eu.rempart.ops.backup.engine.Proof.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a database that was restored: whether its pages can be (amcheck), whether its ledger is
 * whole and ours, how much there is. Opens nothing that is sealed. What is called there came with
 * the data, so that it is called by an account that may only read.
 */
final class RestoredCheck {

  private static final String DATABASE = "rempart";

  private static final String OURS =
      "SELECT 1 WHERE to_regclass('public.ledger') IS NOT NULL"
          + " AND to_regnamespace('rempart') IS NOT NULL";

  /** Kinds of record; what people would miss first. */
  private static final List<String> KINDS =
      List.of("company", "contact", "deal", "activity", "document", "note");

  /** Of an index or table that amcheck finds damaged; so PostgreSQL calls "index_corrupted". */
  private static final String CORRUPTED = "XX";

  private final Connection restored;
  private final @Nullable Connection live;
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);

  private RestoredCheck(Connection restored, @Nullable Connection live) {
    this.restored = restored;
    this.live = live;
  }

  /** The last row of a ledger. */
  private record Last(long seq, byte[] hash, Instant at) {}

  /**
   * Looks at all of it; reads every page.
   *
   * @param live the database that the backup is of, to read from; null where it is lost
   * @throws SQLException if it can't be asked
   */
  static Proof of(DatabaseServer.Restored server, @Nullable Connection live) throws SQLException {
    try (Connection superuser = server.open(DATABASE);
        Statement statement = superuser.createStatement()) {
      if (!isOurs(statement)) {
        return new Proof(Set.of(Fault.NOT_OURS), null, "", new TreeMap<>());
      }
      statement.execute("CREATE EXTENSION IF NOT EXISTS amcheck SCHEMA public");
    }
    try (Connection reader = server.openToRead(DATABASE, "public", "rempart")) {
      return new RestoredCheck(reader, live).run();
    }
  }

  private static boolean isOurs(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(OURS)) {
      return row.next();
    }
  }

  private Proof run() throws SQLException {
    checkPages();
    if (ask("SELECT rempart.ledger_break()") != null) {
      faults.add(Fault.LEDGER_BROKEN);
    }
    Last last = last();
    if (last == null ? isLiveKept() : !isOurs(last)) {
      faults.add(Fault.LEDGER_OF_ANOTHER);
    }
    return new Proof(faults, latest(last == null ? null : last.at()), schema(), rows());
  }

  /** When the last change was made that is in it. */
  private @Nullable Instant latest(@Nullable Instant ledger) throws SQLException {
    Instant latest = ledger;
    for (String table : names("SELECT quote_ident(name) FROM rempart.kept_table")) {
      try (Statement statement = restored.createStatement();
          ResultSet rows = statement.executeQuery("SELECT max(changed_at) FROM public." + table)) {
        rows.next();
        OffsetDateTime at = rows.getObject(1, OffsetDateTime.class);
        if (at != null && (latest == null || at.toInstant().isAfter(latest))) {
          latest = at.toInstant();
        }
      }
    }
    return latest;
  }

  private List<String> names(String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = restored.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private void checkPages() throws SQLException {
    for (long index :
        oids(
            """
            SELECT c.oid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
            WHERE a.amname = 'btree' AND c.relkind = 'i' AND c.relpersistence = 'p' AND i.indisready AND i.indisvalid
            """)) {
      check("SELECT bt_index_check(%d)".formatted(index), false);
    }
    for (long table :
        oids(
            "SELECT oid FROM pg_class WHERE relkind IN ('r', 'm', 't') AND relpersistence = 'p'")) {
      check("SELECT 1 FROM verify_heapam(%d, on_error_stop => true)".formatted(table), true);
    }
  }

  /** A row is a finding where {@code isFinding}; an error of damage always is. */
  private void check(String query, boolean isFinding) throws SQLException {
    try (Statement statement = restored.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      if (rows.next() && isFinding) {
        faults.add(Fault.PAGES_DAMAGED);
      }
    } catch (SQLException e) {
      if (e.getSQLState() == null || !e.getSQLState().startsWith(CORRUPTED)) {
        throw e;
      }
      faults.add(Fault.PAGES_DAMAGED);
    }
  }

  private List<Long> oids(String query) throws SQLException {
    List<Long> oids = new ArrayList<>();
    try (Statement statement = restored.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        oids.add(rows.getLong(1));
      }
    }
    return oids;
  }

  private @Nullable Last last() throws SQLException {
    try (Statement statement = restored.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT seq, hash, at FROM ledger ORDER BY seq DESC LIMIT 1")) {
      return rows.next()
          ? new Last(
              rows.getLong(1),
              rows.getBytes(2),
              rows.getObject(3, OffsetDateTime.class).toInstant())
          : null;
    }
  }

  /** Whether the live database has a ledger that the restored one lacks. */
  private boolean isLiveKept() throws SQLException {
    if (live == null) {
      return false; // nobody is left to say otherwise
    }
    try (Statement statement = live.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1 FROM ledger LIMIT 1")) {
      return rows.next();
    }
  }

  private boolean isOurs(Last last) throws SQLException {
    if (live == null) {
      return true; // nobody is left to say otherwise
    }
    try (PreparedStatement statement =
        live.prepareStatement("SELECT 1 FROM ledger WHERE seq = ? AND hash = ?")) {
      statement.setLong(1, last.seq());
      statement.setBytes(2, last.hash());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private String schema() throws SQLException {
    Object number =
        ask(
            "SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC"
                + " LIMIT 1");
    return number == null ? "" : number.toString();
  }

  private SortedMap<String, Long> rows() throws SQLException {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (String kind : KINDS) {
      if (ask("SELECT count(*) FROM " + kind) instanceof Long count) {
        counts.put(kind, count);
      }
    }
    return counts;
  }

  /** The first value; null where there is none. */
  private @Nullable Object ask(String query) throws SQLException {
    try (Statement statement = restored.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getObject(1) : null;
    }
  }
}
