package eu.rempart.ops.site.command;

import eu.rempart.ops.site.SiteMove.Decision;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a person decided into the ledger, as the owner of the database. */
final class LedgerRow {

  private static final String ROW = "SELECT rempart.append_ledger(?, NULL, ?::jsonb)";

  private LedgerRow() {}

  /**
   * Writes it where the database leads.
   *
   * @throws SQLException if nobody leads, or the ledger does not take it
   * @throws IOException if this machine's settings can't be read
   */
  static void append(SiteCall call, Decision.Kind kind, Map<String, String> detail)
      throws SQLException, IOException {
    try (Connection owner = call.folder().owner().connect();
        PreparedStatement row = owner.prepareStatement(ROW)) {
      row.setString(1, kind.row());
      row.setString(2, JsonMapper.shared().writeValueAsString(detail));
      row.execute();
    }
  }
}
