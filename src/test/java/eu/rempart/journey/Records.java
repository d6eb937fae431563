package eu.rempart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What people do with records on the way to what a journey is about. */
public final class Records {

  private Records() {}

  /** Makes a company in its list and ends on its page. */
  public static String createCompany(Person person, String name) {
    person.goTo("/companies");
    person.picture("companies");
    person.button("company.add").first().click();
    Person.type(person.dialog().getByLabel(person.t("company.field.name")).first(), name);
    person.dialogButton("company.save").click();
    assertThat(person.heading()).hasText(name);
    assertThat(person.page()).hasURL(Pattern.compile(".*/companies/[0-9a-f-]{36}.*"));
    return name;
  }

  /** Links the contact on the screen with a company. */
  public static void linkWith(Person person, String company) {
    person.button("contact.links.add").click();
    Locator box =
        person
            .dialog()
            .getByRole(
                AriaRole.COMBOBOX,
                new Locator.GetByRoleOptions().setName(person.t("contact.link.company")));
    Person.type(box, company);
    person
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(company))
        .first()
        .click();
    person.dialogButton("contact.link.save").click();
    assertThat(person.dialog()).hasCount(0);
    person.sees(company);
  }

  /** Ticks the only entry of the bin with this name. */
  public static void chooseInBin(Person person, String name) {
    person.goTo("/bin");
    Locator boxes = person.main().getByRole(AriaRole.CHECKBOX);
    Person.type(person.field("archive.filter.search"), "somebody who never was");
    assertThat(boxes).hasCount(0);
    Person.type(person.field("archive.filter.search"), name);
    // the beginning of the name may have found it; the rest empties the choice again
    Waits.untilTold(person.page());
    person.settle();
    assertThat(boxes).hasCount(person.way().phone() ? 1 : 2); // a table has one more, for all
    boxes.last().check();
  }
}
