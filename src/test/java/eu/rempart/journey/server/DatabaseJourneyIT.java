package eu.rempart.journey.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Records;
import eu.rempart.journey.Way;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with the owner's password works in the database itself, and nothing is lost. */
class DatabaseJourneyIT {

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#desk")
  void whatTheOwnerChangesIsInTheHistoryAndWhatTheyDeleteIsInTheBin(Way way) throws Exception {
    String name = "Sql" + way.toString().replace("-", "");
    try (Person person = Person.at(installation, way);
        Connection owner = installation.asOwner()) {
      person.signIn();
      String contact = person.createContact("Inès", name, "+33 1 70 18 90 10");
      String url = person.page().url();
      UUID id = UUID.fromString(url.replaceAll("^.*/contacts/([0-9a-f-]{36}).*$", "$1"));

      assertThat(write(owner, "UPDATE contact SET do_not_call = true WHERE id = ?", id)).isOne();
      person.open(url);
      person.tab("contact.tab.history").click();
      String databaseUser = person.t("history.actor.database", owner.getMetaData().getUserName());
      person.sees(databaseUser);
      person.sees(person.t("contact.field.do_not_call"));
      person.picture("history-of-sql");

      assertThat(write(owner, "DELETE FROM contact WHERE id = ?", id)).isOne();
      assertRefused(owner, "DELETE FROM contact_archive WHERE id = ?", id);
      assertRefused(owner, "DELETE FROM contact_history WHERE id = ?", id);
      assertRefused(owner, "UPDATE contact_history SET changed_by = NULL WHERE id = ?", id);
      person.open(url);
      person.sees(person.t("archive.page.look"));
      Records.chooseInBin(person, contact);
      person.sees(databaseUser);
      person.picture("bin-of-sql");
      person.button("archive.restore").click();
      person.dialogButton("archive.restore").click();
      person.isTold(person.t("archive.restore.done", 1));

      person.open(url);
      assertThat(person.heading()).hasText(contact);
      person.sees("90 10");
      person.open("/contacts");
      person.search(name);
      assertThat(person.record(contact).first()).isVisible();
      assertThat(person.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contact",
        "company",
        "contact_company",
        "contact_history",
        "contact_archive",
        "company_history",
        "company_archive",
        "contact_company_history",
        "contact_company_archive",
        "archive_entry",
        "ledger",
        "member",
        "security_event"
      })
  void truncateIsRefused(String table) throws Exception {
    try (Connection owner = installation.asOwner();
        Statement statement = owner.createStatement()) {
      for (String sql : new String[] {"TRUNCATE " + table, "TRUNCATE " + table + " CASCADE"}) {
        assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
      }
    }
  }

  private static void assertRefused(Connection owner, String sql, UUID id) {
    assertThatThrownBy(() -> write(owner, sql, id)).as(sql).isInstanceOf(SQLException.class);
  }

  private static int write(Connection owner, String sql, UUID id) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql)) {
      statement.setObject(1, id);
      return statement.executeUpdate();
    }
  }
}
