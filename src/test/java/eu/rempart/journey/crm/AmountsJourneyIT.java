package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Lights;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Amounts are typed with the signs of another language, and stay what was typed. */
class AmountsJourneyIT {

  private final Installation installation = Installation.shared();

  /** What somebody of another country types, and how it is shown. */
  private record Amounts(String typed, String field, String sum, String thousand) {

    static Amounts of(Way way) {
      return way.language().equals(Locale.FRENCH)
          ? new Amounts("1250.50", "1\u00a0250,50", "1\u00a0250,50\u00a0€", "1\u00a0250")
          : new Amounts("1250,50", "1,250.50", "€1,250.50", "1,250");
    }
  }

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void amountsStayWhatWasTyped(Way way) {
    Amounts amounts = Amounts.of(way);
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      deal(person, amounts, "Amount of a deal " + way);
      product(person, amounts, "Price of a product " + way);
      assertThat(person.complaints()).isEmpty();
    }
  }

  private static Locator input(Person person, String key) {
    return person
        .dialog()
        .getByLabel(person.t(key), new Locator.GetByLabelOptions().setExact(true))
        .first();
  }

  private static void type(Locator input, String text) {
    input.click();
    input.press("ControlOrMeta+a");
    input.pressSequentially(text);
    input.press("Tab");
  }

  private static void deal(Person person, Amounts amounts, String name) {
    person.goTo("/deals");
    person.button("deal.add").first().click();
    input(person, "deal.field.name").pressSequentially(name);
    Locator amount = input(person, "deal.field.amount");
    type(amount, "5k");
    person.dialogButton("deal.save").click();
    assertThat(amount).hasValue("5k");
    assertThat(amount).hasAttribute("aria-invalid", "true");
    type(amount, "1.250");
    assertThat(person.dialog().getByText(person.t("shell.number.which"))).isVisible();
    person.dialogButton("deal.save").click();
    assertThat(person.dialog()).isVisible();
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
      Lights.show(person.page(), scheme);
      person.picture("amount-asked-" + scheme.name().toLowerCase(Locale.ROOT));
    }
    Locator thousand =
        person
            .dialog()
            .getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(amounts.thousand()).setExact(true));
    amount.focus();
    person.page().keyboard().press("Tab");
    person.page().keyboard().press("Tab");
    assertThat(thousand).isFocused();
    person.page().keyboard().press("Enter");
    assertThat(amount).isFocused();
    assertThat(thousand).hasCount(0);

    type(amount, amounts.typed());
    assertThat(amount).hasValue(amounts.field());
    person.picture("amount-typed");
    person.dialogButton("deal.save").click();
    person.isTold(person.t("deal.created"));
    person.goTo("/deals/list");
    person.search(name);
    person.openRecord(name);
    person.sees(amounts.sum());
  }

  private static void product(Person person, Amounts amounts, String name) {
    person.goTo("/products");
    person.button("product.add").first().click();
    input(person, "product.field.name").pressSequentially(name);
    Locator price = input(person, "product.field.price");
    type(price, amounts.typed());
    assertThat(price).hasValue(amounts.field());
    person.dialogButton("product.save").click();
    assertThat(person.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    Page page = person.page();
    person.search(name);
    assertThat(page.getByText(amounts.sum()).first()).isVisible();
  }
}
