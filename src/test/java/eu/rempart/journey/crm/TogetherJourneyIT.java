package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Axe;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An administrator makes a team and a role, a colleague sees what they leave; both meet on a page,
 * and a person who asks for it is erased.
 */
public class TogetherJourneyIT {

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#desk")
  void aColleagueSeesWhatTheRoleLeaves(Way way) {
    String mark = UUID.randomUUID().toString().substring(0, 6);
    try (Person boss = Person.at(installation, way);
        Person guest = Person.at(installation, way)) {
      boss.signIn();
      boss.createContact("Secret", "Person" + mark, "");
      String secret = boss.page().url();
      role(boss, "Field " + mark);
      team(boss, "South " + mark);
      Colleague eve =
          new Colleague("Eve " + mark, "eve" + mark + "@firm.example", "correct horse battery");
      String link = eve.invitedBy(boss, "account.role.member");
      // in a browser of its own, whose page a change of roles loads anew at a moment of its choice
      try (Person joining = Person.at(installation, way)) {
        eve.join(joining, link);
      }
      give(boss, eve, "Field " + mark);

      guest.signIn(eve.email(), eve.password());
      assertThat(guest.main()).isVisible();
      guest.open("/contacts");
      guest.search("Person" + mark);
      assertThat(guest.record("Person" + mark)).hasCount(0);
      guest.page().navigate(secret);
      assertThat(guest.page().getByText("Person" + mark)).hasCount(0);
      guest.createContact("Own", "Client" + mark, "");
      String own = guest.page().url();

      boss.page().navigate(own);
      assertThat(boss.heading()).hasText("Own Client" + mark);
      boss.isTold(boss.t("presence.looking", eve.name()));
      boss.picture("presence");

      consent(boss, "Newsletter " + mark);
      erase(boss);
      guest.open("/notices");
      guest.sees(guest.t("notice.choice.title"));
      guest.picture("notices");
      assertThat(boss.complaints()).isEmpty();
    }
  }

  public static void role(Person boss, String name) {
    boss.open("/roles");
    boss.button("team.roles.add").first().click();
    Person.type(boss.dialog().getByLabel(boss.t("custom_role.field.name")).first(), name);
    boss.picture("role");
    boss.dialogButton("team.save").click();
    boss.isTold(boss.t("team.roles.saved"));
    boss.sees(name);
    boss.picture("roles");
  }

  public static void team(Person boss, String name) {
    boss.open("/teams");
    boss.button("team.list.add").first().click();
    Person.type(boss.dialog().getByLabel(boss.t("team.field.name")).first(), name);
    boss.picture("team");
    boss.dialogButton("team.save").click();
    boss.isTold(boss.t("team.saved"));
    boss.sees(name);
    boss.picture("teams");
  }

  private static void give(Person boss, Colleague eve, String role) {
    boss.open("/members");
    boss.page()
        .getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(boss.t("account.members.manage.who", eve.name())))
        .first()
        .click();
    boss.dialog().getByLabel(boss.t("account.role")).click();
    boss.page()
        .getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(role))
        .click();
    boss.isTold(boss.t("account.members.role.changed"));
  }

  public static void consent(Person boss, String purpose) {
    boss.button("privacy.consent.add").click();
    Person.type(boss.dialog().getByLabel(boss.t("consent.field.purpose")).first(), purpose);
    boss.picture("consent");
    Axe.findsNothing(boss);
    boss.dialogButton("privacy.save").click();
    boss.isTold(boss.t("privacy.consent.saved"));
    boss.sees(purpose);
    boss.picture("consents");
  }

  private static void erase(Person boss) {
    boss.button("privacy.where").click();
    assertThat(boss.dialog().getByText(boss.t("privacy.places"))).isVisible();
    boss.picture("person");
    boss.dialogButton("privacy.erase").click();
    Person.type(boss.question().getByRole(AriaRole.TEXTBOX), boss.t("privacy.erase.word"));
    boss.picture("erase");
    Axe.findsNothing(boss);
    boss.answer("privacy.erase.now");
    assertThat(boss.dialog().getByText(boss.t("privacy.certificate.download"))).isVisible();
    boss.picture("certificate");
    boss.dialogButton("shell.close").click();
  }
}
