package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Axe;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A quote is written, issued, taken along as a PDF, accepted, and revised. */
public class QuoteJourneyIT {

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#desk")
  void aQuoteIsWrittenIssuedAnsweredAndRevised(Way way) throws Exception {
    String title = "Roof of " + way;
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.goTo("/quotes");
      assertThat(person.button("quote.add").first()).isVisible();
      person.settle();
      person.picture("quotes");
      write(person, title, "Roof customer", "Slate, laid");
      assertThat(person.heading()).containsText(title);
      person.picture("quote-draft");

      person.button("quote.issue").click();
      person.answer("quote.issue");
      assertThat(person.button("quote.accept")).isVisible();
      person.picture("quote-issued");
      Axe.findsNothing(person);
      assertThat(pdf(person)).startsWith("%PDF-");

      person.button("quote.accept").click();
      person.isTold(person.t("quote.accept.done"));
      person.button("quote.reopen").click();
      assertThat(person.button("quote.accept")).isVisible(); // the version is another one then
      person.button("quote.revise").click();
      person.isTold(person.t("quote.revise.done"));
      assertThat(person.button("quote.issue")).isVisible();
      person.picture("quote-revision");
      person.button("quote.edit").click();
      assertThat(person.dialogButton("quote.save")).isVisible();
      Axe.findsNothing(person);

      person.goTo("/products");
      assertThat(person.heading()).isVisible();
      person.settle();
      person.picture("products");
      person.goTo("/letterhead");
      assertThat(person.heading()).isVisible();
      person.settle();
      person.picture("letterhead");
      assertThat(person.complaints()).isEmpty();
    }
  }

  /** Writes a draft of one line, from the list of quotes. */
  public static void write(Person person, String title, String customer, String line) {
    person.button("quote.add").first().click();
    fill(person, "quote.field.title", title);
    fill(person, "quote.field.customer_name", customer);
    person.dialogButton("shell.line.add").click();
    fill(person, "quote.line.description", line);
    fill(person, "shell.line.quantity", "12");
    fill(person, "shell.line.price", "49");
    person.dialog().getByLabel(person.t("shell.line.price")).first().press("Tab");
    assertThat(person.dialog().locator(".quote-line-net").first()).containsText("588");
    person.picture("quote-new");
    person.dialogButton("quote.save").click();
    person.isTold(person.t("quote.created"));
  }

  private static void fill(Person person, String key, String text) {
    Person.type(person.dialog().getByLabel(person.t(key)).first(), text);
  }

  private static String pdf(Person person) throws Exception {
    Locator link =
        person
            .main()
            .getByRole(
                AriaRole.LINK, new Locator.GetByRoleOptions().setName(person.t("quote.pdf")));
    Download download = person.page().waitForDownload(link::click);
    try (InputStream in = download.createReadStream()) {
      return new String(in.readNBytes(8), StandardCharsets.US_ASCII);
    }
  }
}
