package eu.rempart.bench.site;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Locale;

/**
 * One copy is left, then that is lost, too, and the other comes back without what was acknowledged
 * meanwhile: nobody may lead until a person says so.
 */
final class LastCopy {

  private static final long WATCHED_MILLIS = 60_000;
  private static final long ALONE_MILLIS = 10_000;
  private static final long PAUSE_MILLIS = 500;

  private LastCopy() {}

  /**
   * Watches for a minute, and promotes by hand then.
   *
   * @return whether nobody was promoted before, and the ledger says who was then
   */
  static boolean lose(SiteMachines machines, PrintStream out) throws Exception {
    String primary = machines.awaitSafe();
    String copy = SiteMachines.other(primary);
    machines.kill(copy);
    Thread.sleep(ALONE_MILLIS);
    machines.awaitOneWriter(System.currentTimeMillis());
    machines.kill(primary);
    machines.start(copy);
    long begun = System.currentTimeMillis();
    boolean promoted = false;
    while (!promoted && System.currentTimeMillis() < begun + WATCHED_MILLIS) {
      promoted = machines.leads(copy);
      Thread.sleep(PAUSE_MILLIS);
    }
    if (!promoted) {
      machines.command(copy, "site", "promote", "--accept-loss");
    }
    String row = promoted ? "none" : lastOfLedger(machines);
    out.printf(
        Locale.ROOT,
        "%none copy left, then its primary lost: %s within %d s; the ledger's row after promote"
            + " --accept-loss: %s%n",
        promoted ? "PROMOTED" : "no promotion",
        WATCHED_MILLIS / 1_000,
        row);
    return row.startsWith("site.promote");
  }

  private static String lastOfLedger(SiteMachines machines) throws Exception {
    try (Connection owner = machines.connect();
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT kind, detail FROM ledger ORDER BY seq DESC LIMIT 1")) {
      if (!rows.next()) {
        throw new IOException("the ledger is empty");
      }
      return rows.getString(1) + " " + rows.getString(2);
    }
  }
}
