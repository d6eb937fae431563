package eu.rempart.bench;

import eu.rempart.db.OwnerAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The same firm in clear in the same PostgreSQL, with the indexes that its pages need, and nothing
 * besides: no history, no rights, no screen. Each page is the SQL that its rows come by.
 */
final class CrmInClear implements AutoCloseable {

  private static final int BATCH = 1_000;

  /** Connections tell their counts a second after they were asked last. */
  private static final int FLUSHED_MILLIS = 11_000;

  private final Connection connection;
  private final CrmFirm firm;

  CrmInClear(OwnerAccess owner, CrmFirm firm) throws SQLException {
    this.connection = owner.connect();
    this.firm = firm;
    execute("CREATE SCHEMA bench");
    execute(
        """
        CREATE TABLE bench.company (id int PRIMARY KEY, name text, changed_at timestamptz);
        CREATE TABLE bench.contact (id int PRIMARY KEY, first_name text, last_name text, email text,
          phone text, city text, country text, owner int, company int, job text,
          changed_at timestamptz, sort_name text);
        CREATE TABLE bench.deal (id int PRIMARY KEY, name text, company int, contact int,
          amount numeric, stage int, since timestamptz, closed_at timestamptz, expected date,
          owner int);
        CREATE TABLE bench.activity (id int PRIMARY KEY, subject text, kind int, contact int,
          starts_at timestamptz, done_at timestamptz, owner int)
        """);
  }

  private interface Row {
    void set(PreparedStatement insert, int number) throws SQLException;
  }

  void load() throws SQLException {
    Timestamp now = Timestamp.from(Instant.now());
    insert(
        "company",
        3,
        firm.companies(),
        (row, i) -> {
          row.setString(2, firm.company(i));
          row.setTimestamp(3, now);
        });
    insert("contact", 12, firm.contacts(), (row, i) -> contact(row, i, now));
    insert("deal", 10, firm.deals(), this::deal);
    insert("activity", 7, firm.activities(), this::activity);
    execute(
        """
        CREATE INDEX ON bench.company (changed_at);
        CREATE INDEX ON bench.contact (changed_at);
        CREATE INDEX ON bench.contact (country, sort_name, id);
        CREATE INDEX ON bench.deal (stage, since);
        CREATE INDEX ON bench.deal (contact);
        CREATE INDEX ON bench.deal (owner) WHERE closed_at IS NULL;
        CREATE INDEX ON bench.activity (owner, starts_at);
        CREATE INDEX ON bench.activity (owner, starts_at) WHERE done_at IS NULL;
        CREATE INDEX ON bench.activity (contact, done_at)
        """);
    settle("bench.company, bench.contact, bench.deal, bench.activity");
  }

  /** Does at once what autovacuum does some minutes later; without names to all tables. */
  void settle(String tables) throws SQLException {
    execute("VACUUM ANALYZE " + tables);
  }

  private void contact(PreparedStatement row, int i, Timestamp now) throws SQLException {
    SyntheticPerson person = firm.person(i);
    row.setString(2, person.firstName());
    row.setString(3, person.lastName());
    row.setString(4, person.email());
    row.setString(5, person.phone());
    row.setString(6, person.city());
    row.setString(7, person.country());
    row.setInt(8, i % CrmFirm.SHARE);
    row.setObject(9, firm.companyOf(i) < 0 ? null : firm.companyOf(i));
    row.setString(10, person.jobTitle());
    row.setTimestamp(11, now);
    row.setString(12, person.lastName() + " " + person.firstName());
  }

  private void deal(PreparedStatement row, int i) throws SQLException {
    CrmFirm.Deal deal = firm.deal(i);
    Timestamp since = Timestamp.from(deal.since());
    row.setString(2, deal.name());
    row.setInt(3, deal.company());
    row.setInt(4, deal.contact());
    row.setLong(5, deal.amount());
    row.setInt(6, deal.stage());
    row.setTimestamp(7, since);
    row.setTimestamp(8, deal.stage() < CrmFirm.OPEN_STAGES ? null : since);
    row.setObject(9, firm.expected(i));
    row.setInt(10, i % CrmFirm.SHARE);
  }

  private void activity(PreparedStatement row, int i) throws SQLException {
    CrmFirm.Deed deed = firm.activity(i);
    row.setString(2, deed.subject());
    row.setInt(3, deed.kind());
    row.setInt(4, deed.contact());
    row.setTimestamp(5, Timestamp.from(deed.at()));
    row.setTimestamp(6, deed.done() ? Timestamp.from(deed.at().plusSeconds(3_600)) : null);
    row.setInt(7, i % CrmFirm.SHARE);
  }

  private void insert(String table, int columns, int count, Row row) throws SQLException {
    String marks = String.join(", ", java.util.Collections.nCopies(columns, "?"));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO bench." + table + " VALUES (" + marks + ")")) {
      for (int i = 0; i < count; i++) {
        insert.setInt(1, i);
        row.set(insert, i);
        insert.addBatch();
        if (i % BATCH == BATCH - 1 || i == count - 1) {
          insert.executeBatch();
        }
      }
    }
  }

  /** My late tasks, my day, my deals that wait, and what was changed last. */
  int home() throws SQLException {
    Timestamp day = Timestamp.from(firm.start());
    Timestamp next =
        Timestamp.from(firm.today().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    return read(
            "SELECT id, subject, kind, starts_at FROM bench.activity WHERE owner = 0"
                + " AND done_at IS NULL AND kind < 2 AND starts_at < ?"
                + " ORDER BY starts_at, id LIMIT 10",
            day)
        + read(
            "SELECT count(*) FROM (SELECT FROM bench.activity WHERE owner = 0"
                + " AND done_at IS NULL AND kind < 2 AND starts_at < ? LIMIT 101) late",
            day)
        + read(
            "SELECT id, subject, kind, starts_at FROM bench.activity WHERE owner = 0"
                + " AND starts_at >= ? AND starts_at < ? ORDER BY starts_at",
            day,
            next)
        + read(
            "SELECT d.id, d.name, d.amount, d.stage, c.name FROM bench.deal d"
                + " JOIN bench.company c ON c.id = d.company WHERE d.owner = 0"
                + " AND d.closed_at IS NULL AND (d.expected < ? OR d.since < ?)"
                + " ORDER BY d.since, d.id LIMIT 7",
            firm.today(),
            day)
        + read(
            "SELECT p.id, p.first_name, p.last_name, c.name, p.changed_at FROM bench.contact p"
                + " LEFT JOIN bench.company c ON c.id = p.company"
                + " ORDER BY p.changed_at DESC LIMIT 7")
        + read("SELECT id, name, changed_at FROM bench.company ORDER BY changed_at DESC LIMIT 7");
  }

  /** The sums of all columns, and the first cards of each. */
  int board() throws SQLException {
    Timestamp month = Timestamp.from(firm.start().minusSeconds(30L * 86_400));
    int rows =
        read(
            "SELECT stage, count(*), sum(amount) FROM bench.deal"
                + " WHERE closed_at IS NULL OR closed_at >= ? GROUP BY stage",
            month);
    for (int stage = 0; stage < CrmFirm.OPEN_STAGES + 2; stage++) {
      rows +=
          read(
              "SELECT d.id, d.name, d.amount, d.since, d.expected, c.name FROM bench.deal d"
                  + " JOIN bench.company c ON c.id = d.company WHERE d.stage = ?"
                  + " AND (d.closed_at IS NULL OR d.closed_at >= ?)"
                  + " ORDER BY d.since, d.id LIMIT 50",
              stage,
              month);
    }
    return rows;
  }

  int calendar(LocalDate from, LocalDate to) throws SQLException {
    return read(
        "SELECT id, subject, kind, starts_at, done_at FROM bench.activity WHERE owner = 0"
            + " AND starts_at >= ? AND starts_at < ? ORDER BY starts_at LIMIT 2000",
        Timestamp.from(from.atStartOfDay().toInstant(ZoneOffset.UTC)),
        Timestamp.from(to.atStartOfDay().toInstant(ZoneOffset.UTC)));
  }

  /** A person with what is planned, what was done, and the deals. */
  int record(int contact) throws SQLException {
    return read(
            "SELECT p.*, c.name FROM bench.contact p"
                + " LEFT JOIN bench.company c ON c.id = p.company WHERE p.id = ?",
            contact)
        + read(
            "SELECT id, subject, kind, starts_at FROM bench.activity WHERE contact = ?"
                + " AND done_at IS NULL ORDER BY starts_at LIMIT 9",
            contact)
        + read(
            "SELECT id, subject, kind, done_at FROM bench.activity WHERE contact = ?"
                + " AND done_at IS NOT NULL ORDER BY done_at DESC LIMIT 20",
            contact)
        + read("SELECT id, name, amount, stage FROM bench.deal WHERE contact = ?", contact);
  }

  /** The first page of the contacts of a country by name, and their number up to 10,000. */
  int view(String country) throws SQLException {
    return read(
            "SELECT p.id, p.first_name, p.last_name, p.email, p.phone, p.city, p.job, c.name,"
                + " p.changed_at FROM bench.contact p LEFT JOIN bench.company c ON c.id = p.company"
                + " WHERE p.country = ? ORDER BY p.sort_name, p.id LIMIT 50",
            country)
        + read(
            "SELECT count(*) FROM (SELECT FROM bench.contact WHERE country = ? LIMIT 10001) few",
            country);
  }

  /** What PostgreSQL did for the product since its start: a query in a loop shows here. */
  record Effort(long scans, long rows) {}

  Effort effort() throws SQLException, InterruptedException {
    Thread.sleep(FLUSHED_MILLIS);
    try (Statement statement = connection.createStatement();
        ResultSet sums =
            statement.executeQuery(
                "SELECT sum(seq_scan + coalesce(idx_scan, 0)),"
                    + " sum(seq_tup_read + coalesce(idx_tup_fetch, 0))"
                    + " FROM pg_stat_user_tables WHERE schemaname <> 'bench'")) {
      sums.next();
      return new Effort(sums.getLong(1), sums.getLong(2));
    }
  }

  private int read(String sql, Object... values) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = select.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        int read = 0;
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            rows.getString(column);
          }
          read++;
        }
        return read;
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
