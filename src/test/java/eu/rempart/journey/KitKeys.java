package eu.rempart.journey;

import eu.rempart.vault.OpenedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** The keys that an installation's recovery kit opens. */
public final class KitKeys {

  private static final List<String> TABLES =
      List.of("contact", "company", "contact_company", "member", "import_run");

  private final String code;
  private final List<byte[]> keys;

  private KitKeys(String code, List<byte[]> keys) {
    this.code = code;
    this.keys = keys;
  }

  public static KitKeys of(Installation installation) throws IOException, SQLException {
    String code =
        Files.readString(installation.kit())
            .lines()
            .map(String::strip)
            .filter(line -> line.matches("([0-9A-Z]{4}-)+[0-9A-Z]{4}"))
            .findFirst()
            .orElseThrow();
    try (Connection owner = installation.asOwner();
        Statement statement = owner.createStatement();
        ResultSet vault = statement.executeQuery("SELECT id, epoch, recovery_wrap FROM vault")) {
      vault.next();
      return new KitKeys(
          code,
          OpenedKeys.of(
              code,
              vault.getObject("id", UUID.class),
              vault.getInt("epoch"),
              vault.getBytes("recovery_wrap"),
              TABLES));
    }
  }

  /** What to look for where nobody may find any of it, the kit's own code included. */
  public void addTo(Needles needles) {
    needles.add(code);
    needles.add(code.replace("-", ""));
    for (int i = 0; i < keys.size(); i++) {
      needles.addKey(keys.get(i), "key " + i);
    }
  }

  /** The keys alone. */
  public Needles needles() {
    Needles needles = new Needles();
    for (int i = 0; i < keys.size(); i++) {
      needles.addKey(keys.get(i), "key " + i);
    }
    return needles;
  }
}
