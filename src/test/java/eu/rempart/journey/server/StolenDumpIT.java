package eu.rempart.journey.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.journey.Colleague;
import eu.rempart.journey.Homes;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Original;
import eu.rempart.journey.OwnPostgres;
import eu.rempart.journey.Person;
import eu.rempart.journey.SystemPostgres;
import eu.rempart.journey.Way;
import eu.rempart.vault.StolenDump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A dump of the running product, the link, the pepper and the product's own classes open nothing:
 * neither by a link that was used, nor by one whose owner waits, nor by one that is open.
 */
class StolenDumpIT {

  private static final Colleague IN =
      new Colleague("Inga Inside", "inga@rempart.test", "sieben-stille-lampen-leuchten");
  private static final Colleague WAITS =
      new Colleague("Wim Waits", "wim@rempart.test", "acht-runde-steine-warten");
  private static final Colleague AWAY =
      new Colleague("Ada Away", "ada@rempart.test", "nobody-has-chosen-this-one");

  @Test
  void dumpLinkAndPepperOpenNothing() throws Exception {
    Path folder = Homes.fresh("stolen").resolveSibling("thief");
    Files.createDirectory(folder);
    Path dump = folder.resolve("dump.sql");
    byte[] pepper;
    List<String> links;
    try (Installation installation =
        Installation.of(Original.FOUNDED, "robbed", Installation.Settings.NONE)) {
      links = use(installation);
      pepper = Files.readAllBytes(installation.home().resolve("keys/pepper"));
      SystemPostgres.client(
          installation.info("db_password"),
          "pg_dump",
          "--host=127.0.0.1",
          "--port=" + installation.info("db_port"),
          "--username=" + installation.info("db_user"),
          "--no-owner",
          "--no-privileges",
          "--file=" + dump,
          "rempart");
    }
    try (OwnPostgres server = OwnPostgres.start(folder.resolve("server"))) {
      server.create("stolen");
      PGSimpleDataSource database = database(server.settings("stolen").environment());
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE ROLE rempart_app"); // policies of the dump name it
      }
      assertThat(server.load(dump, "stolen")).isEmpty();
      assertThat(found(database, "SELECT member_id::text FROM waiting_key")).hasSize(1);
      assertThat(found(database, "SELECT member_id::text FROM member_key")).hasSize(2);
      StolenDump thief = new StolenDump(dump, database, pepper, folder.resolve("home"));
      assertThat(
              thief.openedIfLinkCarriedTheKey(
                  links.getFirst(), founder(database), Installation.PASSWORD))
          .as("what a link of former versions opened")
          .contains("a value of the dump is the organisation's key");
      for (String link : links) {
        assertThat(thief.openedWith(link)).isEmpty();
      }
    }
  }

  /** The links of one who is in, of one who waits, and of one who has not come. */
  private static List<String> use(Installation installation) {
    try (Person administrator = Person.at(installation, Way.DESKTOP_ENGLISH);
        Person in = Person.at(installation, Way.DESKTOP_ENGLISH);
        Person waits = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      administrator.signIn();
      administrator.createContact("Quirin", "Quagmire", "");
      String first = IN.invitedBy(administrator, "account.role.member");
      String second = WAITS.invitedBy(administrator, "account.role.manager");
      String third = AWAY.invitedBy(administrator, "account.role.reader");
      IN.join(in, first);
      administrator.page().locator(".user-menu-button").click();
      administrator.button("shell.user.signout").click();
      assertThat(administrator.page()).hasURL(Pattern.compile(".*/login.*"));
      WAITS.choose(waits, second);
      assertThat(waits.page().locator(".key-words-said")).isVisible();
      return List.of(first, second, third);
    }
  }

  private static PGSimpleDataSource database(Map<String, String> environment) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(environment.get("REMPART_DATABASE_URL"));
    database.setUser(environment.get("REMPART_DATABASE_USER"));
    database.setPassword(environment.get("REMPART_DATABASE_PASSWORD"));
    return database;
  }

  /** Who set the product up. */
  private static UUID founder(PGSimpleDataSource database) throws Exception {
    return UUID.fromString(
        found(database, "SELECT id::text FROM member WHERE role = 'ADMINISTRATOR'").getFirst());
  }

  private static List<String> found(PGSimpleDataSource database, String query) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
