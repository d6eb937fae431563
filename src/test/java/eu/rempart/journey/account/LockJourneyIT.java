package eu.rempart.journey.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.KitKeys;
import eu.rempart.journey.Needles;
import eu.rempart.journey.Original;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two people at two browsers, and one of them locks, or loses their account. */
class LockJourneyIT {

  private static final Colleague MIA =
      new Colleague("Mia Winter", "mia@rempart.test", "sieben-leise-katzen-lesen");
  private static final Colleague TOM =
      new Colleague("Tom Sommer", "tom@rempart.test", "neun-bunte-drachen-fliegen");

  private static Installation installation;

  @BeforeAll
  static void start() {
    // what the product forbids: somebody looks into its memory
    installation =
        Installation.of(
            Original.FOUNDED,
            "lock",
            new Installation.Settings(Map.of(), List.of("-XX:-DisableAttachMechanism")));
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void lockEverybodyTakesAllOutAtOnceAndTheKeyOutOfMemory() throws Exception {
    try (Person administrator = Person.at(installation, Way.DESKTOP_ENGLISH);
        Person mia = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      administrator.signIn();
      MIA.join(mia, MIA.invitedBy(administrator, "account.role.member"));
      mia.createContact("Wanda", "Wintergarten", "");
      String details = mia.page().url();
      Needles keys = KitKeys.of(installation).needles();
      assertThat(inMemory(keys)).as("keys while two are signed in").contains("key 0");

      administrator.open("/members");
      administrator.button("account.members.lockall").click();
      administrator.picture("lock-everybody");
      administrator.answer("account.members.lockall");

      for (Person locked : List.of(mia, administrator)) {
        assertThat(locked.page()).hasURL(Pattern.compile(".*/login\\?locked.*"));
        locked.sees(locked.t("account.end.locked"));
        assertThat(locked.page().content()).doesNotContain("Wintergarten");
      }
      mia.picture("locked");
      assertThat(mia.page().request().get(details).text()).doesNotContain("Wintergarten");
      assertThat(inMemory(keys)).as("keys after everybody was locked").isEmpty();

      mia.signIn(MIA.email(), MIA.password());
      mia.page().navigate(details);
      assertThat(mia.heading()).hasText("Wanda Wintergarten");
    }
  }

  @Test
  void aSuspendedMemberIsOutAtOnceAndDoesNotComeBackIn() throws Exception {
    try (Person administrator = Person.at(installation, Way.DESKTOP_ENGLISH);
        Person tom = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      administrator.signIn();
      TOM.join(tom, TOM.invitedBy(administrator, "account.role.member"));
      tom.createContact("Sophie", "Sommergarten", "");
      int wraps = wraps();
      administrator.open("/members");
      administrator
          .page()
          .getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions()
                  .setName(administrator.t("account.members.manage.who", TOM.name())))
          .click();
      administrator.dialogButton("account.members.suspend").click();
      administrator.answer("account.members.suspend");

      assertThat(tom.page()).hasURL(Pattern.compile(".*/login\\?changed.*"));
      tom.sees(tom.t("account.end.changed"));
      assertThat(wraps()).as("wraps of the key").isEqualTo(wraps - 1);
      tom.signIn(TOM.email(), TOM.password());
      assertThat(tom.page()).hasURL(Pattern.compile(".*/login\\?error.*"));
      tom.sees(tom.t("account.signin.error"));
      tom.picture("suspended");
    }
  }

  private static int wraps() throws IOException, SQLException {
    try (Connection owner = installation.asOwner();
        Statement statement = owner.createStatement();
        ResultSet count =
            statement.executeQuery(
                "SELECT count(*) FROM member_key WHERE org_key_wrap IS NOT NULL")) {
      count.next();
      return count.getInt(1);
    }
  }

  private static Set<String> inMemory(Needles keys) throws IOException {
    Path heap = installation.heap();
    try {
      return keys.in(Files.readAllBytes(heap));
    } finally {
      Files.delete(heap);
    }
  }
}
