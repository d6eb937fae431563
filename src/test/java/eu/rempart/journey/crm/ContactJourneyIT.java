package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A phone number is changed, missed, and put back. */
class ContactJourneyIT {

  private static final String OLD = "+33 1 70 18 99 00";
  private static final String NEW = "+33 1 70 18 99 55";

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void anOldPhoneNumberComesBackFromTheHistory(Way way) {
    String lastName = "Journey" + way.toString().replace("-", "");
    String name = "Amélie " + lastName;
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.open("/contacts");
      person.picture("contacts");
      person.createContact("Amélie", lastName, OLD);

      person.open("/contacts");
      person.search("amelie " + lastName.substring(0, 12));
      person.openRecord(name);
      person.sees("99 00");
      person.picture("contact");

      person.button("contact.edit").click();
      person.picture("contact-edit");
      Person.type(person.phoneField(), NEW);
      person.dialogButton("contact.save").click();
      person.isTold(person.t("contact.saved"));
      person.sees("99 55");

      person.tab("contact.tab.history").click();
      Locator old = person.main().locator(".history-old").filter(holds("99 00"));
      assertThat(old.first()).isVisible();
      person.picture("history");
      person.button("history.put.back.field", person.t("contact.field.phones")).first().click();
      person.isTold(person.t("history.put.back.done"));
      person.tab("contact.tab.details").click();
      person.sees("99 00");
      assertThat(person.complaints()).isEmpty();
    }
  }

  private static Locator.FilterOptions holds(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
