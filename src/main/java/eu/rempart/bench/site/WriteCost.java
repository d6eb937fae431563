package eu.rempart.bench.site;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;

/** What a write costs that waits for the copy, as a ratio to one that waits for its own disk. */
final class WriteCost {

  private static final int ROUNDS = 20;
  private static final int WRITES = 100;

  private WriteCost() {}

  /** Turn and turn about, on one connection. */
  static void measure(Connection owner, PrintStream out) throws SQLException {
    long[] alone = new long[ROUNDS * WRITES];
    long[] both = new long[ROUNDS * WRITES];
    try (Statement statement = owner.createStatement();
        PreparedStatement insert =
            owner.prepareStatement("INSERT INTO bench_written (writer, n) VALUES ('cost', ?)")) {
      for (int round = 0; round < ROUNDS; round++) {
        statement.execute("SET synchronous_commit = local");
        write(insert, alone, round);
        statement.execute("SET synchronous_commit = on");
        write(insert, both, round);
      }
    }
    out.printf(
        Locale.ROOT,
        "a write, acknowledged by its own disk (baseline): %.2f ms; by both servers: %.2f ms;"
            + " ratio %.2f (medians of %,d)%n%n",
        median(alone),
        median(both),
        median(both) / median(alone),
        alone.length);
  }

  private static void write(PreparedStatement insert, long[] nanos, int round) throws SQLException {
    for (int i = 0; i < WRITES; i++) {
      long begun = System.nanoTime();
      insert.setLong(1, i);
      insert.executeUpdate();
      nanos[round * WRITES + i] = System.nanoTime() - begun;
    }
  }

  private static double median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2] / 1e6;
  }
}
