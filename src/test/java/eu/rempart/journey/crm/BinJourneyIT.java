package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Records;
import eu.rempart.journey.Way;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes into the bin comes back whole, or goes for good when an administrator says so. */
class BinJourneyIT {

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#pocket")
  void aCompanyComesBackWithItsPeopleAndTheBinIsEmptied(Way way) throws Exception {
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      String company = Records.createCompany(person, "Binford " + way.toString().replace('-', ' '));
      String url = person.page().url();
      String contact = person.createContact("Zoé", "Bin" + way.toString().replace("-", ""), "");
      Records.linkWith(person, company);
      person.open(url);
      person.sees(contact);
      person.picture("company");

      person.button("company.archive").click();
      person.question().getByText(person.t("company.archive.people", 1)).click();
      assertThat(person.question().getByRole(AriaRole.CHECKBOX)).isChecked();
      person.picture("archive-company");
      person.answer("company.archive");
      person.isTold(person.t("company.archived", 1));
      person.open(url);
      person.sees(person.t("archive.page.look"));

      restore(person, company, contact);
      person.open(url);
      person.sees(contact);

      Records.createCompany(person, "Gone " + way.toString().replace('-', ' '));
      person.button("company.archive").click();
      person.isTold(person.t("company.archived", 1));
      // a shorter delay that is set on the page holds days later
      purgesWaitForNothing();
      emptyBin(person);
      assertThat(archived()).as("records in the bin's tables").isZero();
      assertThat(person.complaints()).isEmpty();
    }
  }

  private static void restore(Person person, String company, String contact) {
    Records.chooseInBin(person, company);
    person.picture("bin");
    person.button("archive.restore").click();
    assertThat(person.dialog()).containsText(company);
    assertThat(person.dialog()).containsText(contact);
    person.picture("restore");
    person.dialogButton("archive.restore").click();
    person.isTold(person.t("archive.restore.done", 2));
  }

  private static void emptyBin(Person person) {
    person.open("/bin");
    person.button("archive.empty.bin").click();
    Locator dialog = person.dialog();
    // the number to type stands in the field's own label
    String before = person.t("archive.empty.type", "").strip().split(" ")[0];
    Locator label = dialog.locator("label").filter(holds(before));
    String count = label.innerText().replaceAll("[^0-9]", "");
    Person.type(dialog.getByLabel(person.t("archive.empty.type", count)), count);
    person.picture("empty-bin");
    person.dialogButton("archive.empty.bin").click();
    person.isTold(person.t("archive.empty.done"));
    person.sees(person.t("archive.bin.empty.title"));
  }

  private void purgesWaitForNothing() throws Exception {
    try (Connection owner = installation.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          INSERT INTO organisation_setting (name, value) VALUES ('bin.purge-delay-days', '0')
          ON CONFLICT (name) DO UPDATE SET value = excluded.value
          """);
    }
  }

  private long archived() throws Exception {
    try (Connection owner = installation.asOwner();
        Statement statement = owner.createStatement();
        ResultSet count =
            statement.executeQuery(
                """
                SELECT (SELECT count(*) FROM archive_entry) + (SELECT count(*) FROM company_archive)
                  + (SELECT count(*) FROM contact_archive)
                  + (SELECT count(*) FROM contact_company_archive)
                """)) {
      count.next();
      return count.getLong(1);
    }
  }

  private static Locator.FilterOptions holds(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
