package eu.rempart.journey.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Installation;
import eu.rempart.journey.MailedFirm;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import org.junit.jupiter.api.Test;

/** An administrator sets up outgoing mail on a screen, and a real server takes the first one. */
class OutgoingMailIT {

  private final Installation installation = Installation.shared();

  @Test
  void administratorSetsUpOutgoingMail() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.createContact("Petra", "Mailless", "");
      person.open(person.page().url() + "?tab=timeline");
      assertThat(person.button("email.write")).isDisabled();
      person.sees(person.t("email.noserver"));
      person.picture("no-mail-server");
      person
          .main()
          .getByRole(
              AriaRole.LINK,
              new Locator.GetByRoleOptions().setName(person.t("email.noserver.set-up")))
          .click();
      setUp(person);
      person.button("alert-channel.mail.test").click();
      person.sees(person.t("alert-channel.mail.test.taken", Installation.EMAIL));
      MailedFirm.mail(Installation.EMAIL, person.t("alert-channel.mail.test.subject"));
      person.picture("outgoing-mail");

      person.page().goBack();
      assertThat(person.button("email.write")).isEnabled();
      assertThat(person.complaints()).isEmpty();
      switchOff(person);
    }
  }

  private static void setUp(Person person) {
    person.button("alert-channel.mail.set-up").click();
    fill(person, "host", "localhost");
    int port = MailedFirm.SERVERS.green().getSmtp().getPort();
    fill(person, "port", Integer.toString(port));
    fill(person, "mail-from", "crm@firm.example");
    person.dialog().getByLabel(person.t("alert-channel.field.mail-protection")).first().click();
    person
        .page()
        .getByRole(
            AriaRole.OPTION,
            new Page.GetByRoleOptions()
                .setName(person.t("alert-channel.field.mail-protection.none")))
        .click();
    person.picture("outgoing-mail-form");
    person.dialogButton("alert-channel.mail.save").click();
    assertThat(person.dialog()).hasCount(0);
  }

  private static void fill(Person person, String field, String value) {
    Person.type(
        person
            .dialog()
            .getByLabel(
                person.t("alert-channel.field." + field),
                new Locator.GetByLabelOptions().setExact(true)),
        value);
  }

  /** As other journeys of this installation expect it. */
  private static void switchOff(Person person) {
    person.open("/outgoing-mail");
    person.button("alert-channel.mail.change").click();
    person.dialog().getByLabel(person.t("alert-channel.mail.enabled")).uncheck();
    person.dialogButton("alert-channel.mail.save").click();
    assertThat(person.dialog()).hasCount(0);
    person.sees(person.t("alert-channel.state.off"));
  }
}
