package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Axe;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A deal gets products on its page, its amount follows them, and a quote takes them over. */
class DealProductsJourneyIT {

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#pocket")
  void productsMakeTheAmountAndTheQuote(Way way) {
    String name = "Products of " + way;
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.goTo("/deals");
      person.button("deal.add").first().click();
      Person.type(field(person, "deal.field.name"), name);
      person.dialogButton("deal.save").click();
      person.isTold(person.t("deal.created"));
      person.goTo("/deals/list");
      person.search(name);
      person.openRecord(name);
      assertThat(person.heading()).hasText(name);

      person.tab("deal.field.lines").click();
      person.sees(person.t("deal.lines.none"));
      Axe.findsNothing(person);
      person.button("deal.lines.edit").click();
      writeLine(person);
      person
          .dialog()
          .getByRole(
              AriaRole.CHECKBOX,
              new Locator.GetByRoleOptions().setName(person.t("deal.line.follows")))
          .check();
      assertThat(field(person, "deal.field.amount")).hasAttribute("readonly", "");
      assertThat(person.dialog().locator(".deal-lines-sum")).containsText("588");
      Axe.findsNothing(person);
      person.picture("deal-products-edit");
      person.dialogButton("deal.save").click();
      person.isTold(person.t("deal.saved"));
      assertThat(person.main().locator(".quote-table")).containsText("Slate, laid");
      assertThat(person.main().locator(".deal-lines-sum")).containsText("588");
      Axe.findsNothing(person);
      person.picture("deal-products");

      if (!way.phone()) {
        showsThemInTheList(person, name);
      }
      person.tab("deal.tab.details").click();
      person.button("quote.add").first().click();
      assertThat(person.dialog().locator(".quote-line-net").first()).containsText("588");
      person.picture("deal-products-quote");
      assertThat(person.complaints()).isEmpty();
    }
  }

  /** A column that is chosen once rows are there shows what they are then read with. */
  private static void showsThemInTheList(Person person, String deal) {
    String page = person.recordUrl();
    person.goTo("/deals/list");
    Person.type(
        person
            .main()
            .getByRole(
                AriaRole.TEXTBOX,
                new Locator.GetByRoleOptions().setName(person.t("shell.list.search"))),
        deal);
    assertThat(person.record(deal)).isVisible();
    person.settle();
    person.button("shell.list.columns").first().click();
    person
        .page()
        .getByRole(
            AriaRole.CHECKBOX,
            new Page.GetByRoleOptions().setName(person.t("deal.column.lines")).setExact(true))
        .check();
    person.page().keyboard().press("Escape");
    assertThat(person.main().getByText("12 × Slate, laid")).isVisible();
    person.page().navigate(page);
  }

  private static void writeLine(Person person) {
    person.dialogButton("shell.line.add").click();
    Person.type(field(person, "deal.line.description"), "Slate, laid");
    Person.type(field(person, "shell.line.quantity"), "12");
    Person.type(field(person, "shell.line.price"), "49");
    field(person, "shell.line.price").press("Tab");
    assertThat(person.dialog().locator(".quote-line-net").first()).containsText("588");
  }

  private static Locator field(Person person, String key) {
    return person
        .dialog()
        .getByLabel(person.t(key), new Locator.GetByLabelOptions().setExact(true))
        .first();
  }
}
