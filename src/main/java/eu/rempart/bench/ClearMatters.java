package eu.rempart.bench;

import eu.rempart.db.OwnerAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.UUID;

/**
 * What others do with the deals and activities of a file: the same rows in clear, in a table of the
 * same PostgreSQL with the indexes that boards, calendars and searches in clear need.
 */
final class ClearMatters implements AutoCloseable {

  private static final int BATCH = 1_000;

  private final Connection connection;
  private final CrmFirm firm;

  ClearMatters(OwnerAccess owner, CrmFirm firm) throws SQLException {
    this.connection = owner.connect();
    this.firm = firm;
    execute(
        """
        CREATE SCHEMA bench;
        CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
        CREATE TABLE bench.deal (id uuid PRIMARY KEY, name text, company int, contact int,
          amount numeric, currency text, stage int, since timestamptz, closed_at timestamptz,
          expected date, words tsvector GENERATED ALWAYS AS (to_tsvector('simple', name)) STORED);
        CREATE INDEX ON bench.deal (stage, since);
        CREATE INDEX ON bench.deal (contact);
        CREATE INDEX ON bench.deal (company);
        CREATE INDEX ON bench.deal USING gin (name gin_trgm_ops);
        CREATE INDEX ON bench.deal USING gin (words);
        CREATE TABLE bench.activity (id uuid PRIMARY KEY, subject text, kind int, contact int,
          starts_at timestamptz, done_at timestamptz,
          words tsvector GENERATED ALWAYS AS (to_tsvector('simple', subject)) STORED);
        CREATE INDEX ON bench.activity (starts_at);
        CREATE INDEX ON bench.activity (starts_at) WHERE done_at IS NULL;
        CREATE INDEX ON bench.activity (contact, done_at);
        CREATE INDEX ON bench.activity USING gin (subject gin_trgm_ops);
        CREATE INDEX ON bench.activity USING gin (words)
        """);
  }

  private interface Row {
    void set(PreparedStatement insert, int number) throws SQLException;
  }

  void deals() throws SQLException {
    insert(
        "INSERT INTO bench.deal (id, name, company, contact, amount, currency, stage, since,"
            + " closed_at, expected) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        firm.deals(),
        (row, i) -> {
          CrmFirm.Deal deal = firm.deal(i);
          Timestamp since = Timestamp.from(deal.since());
          row.setString(2, deal.name());
          row.setInt(3, deal.company());
          row.setInt(4, deal.contact());
          row.setLong(5, deal.amount());
          row.setString(6, "EUR");
          row.setInt(7, deal.stage());
          row.setTimestamp(8, since);
          row.setTimestamp(9, deal.stage() < CrmFirm.OPEN_STAGES ? null : since);
          row.setObject(10, firm.expected(i));
        });
  }

  void activities() throws SQLException {
    insert(
        "INSERT INTO bench.activity (id, subject, kind, contact, starts_at, done_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        firm.activities(),
        (row, i) -> {
          CrmFirm.Deed deed = firm.activity(i);
          row.setString(2, deed.subject());
          row.setInt(3, deed.kind());
          row.setInt(4, deed.contact());
          row.setTimestamp(5, Timestamp.from(deed.at()));
          row.setTimestamp(6, deed.done() ? Timestamp.from(deed.at().plusSeconds(3_600)) : null);
        });
  }

  private void insert(String sql, int count, Row row) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < count; i++) {
        insert.setObject(1, new UUID(i, i));
        row.set(insert, i);
        insert.addBatch();
        if (i % BATCH == BATCH - 1 || i == count - 1) {
          insert.executeBatch();
        }
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
