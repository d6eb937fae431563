package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Person;

/** The deal of a week, from the board to its win. */
record WeekSale(Person person, WeekNames names) {

  /** Opens a deal with the company, lets it go one stage further, and ends on its page. */
  String open() {
    person.goTo("/deals");
    person.button("deal.add").first().click();
    Locator dialog = person.dialog();
    Person.type(dialog.getByLabel(person.t("deal.field.name")).first(), names.deal());
    WeekJourneyIT.choose(person, dialog, "deal.field.company_id", names.company());
    Person.type(dialog.getByLabel(person.t("deal.field.amount")).first(), "588");
    person.picture("week-deal-new");
    person.dialogButton("deal.save").click();
    person.isTold(person.t("deal.created"));
    Locator title = title(0, names.deal());
    title.focus();
    title.press("Shift+ArrowRight");
    assertThat(title(1, names.deal())).isVisible();
    person.picture("week-board");
    title(1, names.deal()).click();
    assertThat(person.heading()).hasText(names.deal());
    person.sees(names.company());
    return person.recordUrl();
  }

  private Locator title(int column, String name) {
    return person
        .page()
        .locator("[data-column]")
        .nth(column)
        .locator(".board-title")
        .filter(new Locator.FilterOptions().setHasText(name));
  }

  /** Drafts a quote that is put away, and issues another one. */
  void quote(String deal) {
    QuoteJourneyIT.write(person, names.dearer(), names.company(), "Copper, laid");
    assertThat(person.heading()).containsText(names.dearer());
    person.button("quote.archive").click();
    person.isTold(person.t("quote.archived"));
    person.page().navigate(deal);
    QuoteJourneyIT.write(person, names.deal(), names.company(), "Slate, laid");
    assertThat(person.heading()).containsText(names.deal());
    person.button("quote.issue").click();
    person.answer("quote.issue");
    assertThat(person.button("quote.accept")).isVisible();
    person.picture("week-quote");
  }

  /** The customer accepts, and the deal is won. */
  void win(String deal) {
    person.page().navigate(deal);
    person
        .main()
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(names.deal()))
        .first()
        .click();
    person.button("quote.accept").click();
    person.isTold(person.t("quote.accept.done"));
    person.page().navigate(deal);
    person.button("deal.win").click();
    person.isTold(person.t("deal.won"));
    person.picture("week-won");
  }
}
