package eu.rempart.ops.site.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import tools.jackson.databind.json.JsonMapper;

/** What follows from a promotion of a copy that may lack what was acknowledged last. */
final class AcceptedLoss {

  private static final String ROW = "SELECT rempart.append_ledger('site.promote', NULL, ?::jsonb)";

  private AcceptedLoss() {}

  /**
   * Writes it into the ledger, and puts aside what this server remembers of the rows that are lost:
   * it would take a database without them for one that somebody set back.
   *
   * @throws SiteRefusedException if the ledger does not take it; the site leads all the same
   */
  static void record(SiteCall call, String site) throws IOException {
    Path witness = call.home().resolve("keys/witness");
    if (Files.exists(witness)) {
      Files.move(
          witness,
          witness.resolveSibling("witness.before-promotion"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Properties settings = new Properties();
    try (Reader text =
        Files.newBufferedReader(call.folder().properties(), StandardCharsets.UTF_8)) {
      settings.load(text);
    }
    try (Connection owner =
            DriverManager.getConnection(
                settings.getProperty("rempart.database.url"),
                settings.getProperty("rempart.database.user"),
                settings.getProperty("rempart.database.password"));
        PreparedStatement row = owner.prepareStatement(ROW)) {
      row.setString(1, JsonMapper.shared().writeValueAsString(Map.of("site", site)));
      row.execute();
    } catch (SQLException e) {
      throw new SiteRefusedException("promote-not-recorded", site, String.valueOf(e.getMessage()));
    }
  }
}
