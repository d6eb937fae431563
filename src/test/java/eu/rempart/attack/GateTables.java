package eu.rempart.attack;

import eu.rempart.edge.rule.Limit;
import eu.rempart.shell.text.Texts;
import eu.rempart.tls.gate.Prefix;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the gates go by and what they wrote down, the way an operator gets at it: by SQL. */
final class GateTables {

  private final Connection database;

  GateTables(Connection database) {
    this.database = database;
  }

  /** Rows to be changed. */
  interface Change {
    void in(GateTables rows) throws SQLException;
  }

  /** A step of the machine against a network. */
  record Step(
      String step, String cause, int repetition, double minutes, Map<String, String> evidence) {

    /** What it is for, in words. */
    String why(Locale language) {
      return Texts.in(
          language,
          "edge.cause." + cause,
          number("count"),
          number("accounts"),
          number("sources"),
          number("minutes"));
    }

    private long number(String name) {
      return Long.parseLong(evidence.getOrDefault(name, "0"));
    }
  }

  /** All of it at once. */
  synchronized void change(Change change) throws SQLException {
    database.setAutoCommit(false);
    try {
      change.in(this);
      database.commit();
    } finally {
      database.rollback();
      database.setAutoCommit(true);
    }
  }

  /** Nothing is ruled, allowed, limited or banned any more. */
  void clear() throws SQLException {
    execute("DELETE FROM edge_rule");
    execute("DELETE FROM edge_allowed");
    execute("DELETE FROM edge_setting");
    execute("UPDATE edge_ban SET until_at = begun_at + interval '1 millisecond'");
  }

  void rule(String target, String treatment) throws SQLException {
    execute(
        "INSERT INTO edge_rule (id, target, treatment, reason)"
            + " VALUES (gen_random_uuid(), ?, ?, 'attacks')",
        target,
        treatment);
  }

  void slow(String target, int factor) throws SQLException {
    execute(
        "INSERT INTO edge_rule (id, target, treatment, factor, reason)"
            + " VALUES (gen_random_uuid(), ?, 'SLOWED', ?, 'attacks')",
        target,
        factor);
  }

  void ban(Prefix network) throws SQLException {
    execute(
        "INSERT INTO edge_ban (id, network, place, step, cause, begun_at, until_at) VALUES"
            + " (gen_random_uuid(), ?, 'ZZ', 'BANNED', 'by-hand', now(), now() + interval '1 h')",
        network.toString());
  }

  void allow(Prefix network) throws SQLException {
    execute(
        "INSERT INTO edge_allowed (id, network, reason) VALUES (gen_random_uuid(), ?, 'attacks')",
        network.toString());
  }

  void limit(Limit limit, int value) throws SQLException {
    execute(
        "INSERT INTO edge_setting (name, value) VALUES (?, ?)",
        limit.key(),
        Integer.toString(value));
  }

  /** A ban is over, by the hands of the clock. */
  void end(Prefix network) throws SQLException {
    execute(
        "UPDATE edge_ban SET until_at = begun_at + interval '1 millisecond' WHERE network = ?",
        network.toString());
  }

  /** What was done about exactly this network, the first step first. */
  synchronized List<Step> steps(Prefix network) throws SQLException {
    try (var query =
        database.prepareStatement(
            "SELECT step, cause, repetition, extract(epoch FROM until_at - begun_at) / 60, evidence"
                + " FROM edge_ban WHERE network = ? ORDER BY begun_at")) {
      query.setString(1, network.toString());
      List<Step> steps = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          steps.add(
              new Step(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getInt(3),
                  rows.getDouble(4),
                  JsonMapper.shared()
                      .readValue(rows.getString(5), new TypeReference<Map<String, String>>() {})));
        }
      }
      return steps;
    }
  }

  /** Security events of a kind, of an address or, with null, of any. */
  synchronized int events(String kind, @org.jspecify.annotations.Nullable String address)
      throws SQLException {
    try (var query =
        database.prepareStatement(
            "SELECT count(*) FROM security_event WHERE kind = ?"
                + " AND (?::inet IS NULL OR address = ?::inet)")) {
      query.setString(1, kind);
      query.setString(2, address);
      query.setString(3, address);
      try (ResultSet rows = query.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  /** How many accounts were sprayed each time that it was told, in the order of telling. */
  synchronized List<Integer> sprayed() throws SQLException {
    List<Integer> accounts = new ArrayList<>();
    try (var query =
            database.prepareStatement(
                "SELECT (detail->>'accounts')::int FROM security_event"
                    + " WHERE kind = 'edge.spraying' ORDER BY at, id");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        accounts.add(rows.getInt(1));
      }
    }
    return accounts;
  }

  private synchronized void execute(String sql, Object... values) throws SQLException {
    try (var statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
