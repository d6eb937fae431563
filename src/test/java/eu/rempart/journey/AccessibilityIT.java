package eu.rempart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every view as axe sees it, in both languages, at both sizes, in both colour schemes. No rule is
 * left out: in the second scheme of a page that is open, those run that look at colours, since
 * nothing else changes with it.
 */
class AccessibilityIT {

  private static final List<String> ON_COLOURS = List.of("color-contrast", "link-in-text-block");

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @CsvSource({"DESKTOP, en", "PHONE, fr"})
  void axeFindsNothing(Way.Window window, Locale language) {
    Set<String> found = new TreeSet<>();
    try (Person person = Person.at(installation, new Way(window, language))) {
      Look look = new Look(person, found);
      for (String path : List.of("/login", "/login?error", "/invitation", "/recover")) {
        person.open(path);
        look.at(path);
      }
      person.signIn();
      person.page().locator(".user-menu-button").click();
      look.at("the user's menu");
      for (String path : Routes.all()) {
        if (!path.contains(":")) {
          person.open(path);
          look.at(path);
        }
      }
      person.open("/nowhere");
      look.at("/nowhere");
      contact(person, look);
      company(person, look);
      bin(person, look);
      wizard(person, look);
      person.open("/members");
      person.button("account.members.invite").first().click();
      assertThat(person.dialogButton("account.members.invite.make")).isVisible();
      look.at("an invitation");
      person.open("/rules?place=BR");
      assertThat(person.dialogButton("edge.change.preview")).isVisible();
      look.at("a rule for a country");
    }
    assertThat(found).isEmpty();
  }

  private static void contact(Person person, Look look) {
    person.createContact(
        "Axelle", "Axe" + person.way().toString().replace("-", ""), "+33170189900");
    look.at("a contact");
    person.button("contact.edit").click();
    assertThat(person.dialogButton("contact.save")).isVisible();
    look.at("a contact's form");
    person.phoneField().fill("+33170189911");
    person.dialogButton("contact.save").click();
    person.isTold(person.t("contact.saved"));
    look.at("a notice");
    person.tab("contact.tab.history").click();
    assertThat(person.main().locator(".history-old").first()).isVisible();
    look.at("a contact's history");
  }

  private static void company(Person person, Look look) {
    person.open("/companies");
    Locator links = person.page().locator("a.record-title:visible, a.record-card:visible");
    links.first().click();
    assertThat(person.tab("company.tab.history")).isVisible();
    look.at("a company");
    person.button("company.edit").click();
    assertThat(person.dialogButton("company.save")).isVisible();
    look.at("a company's form");
  }

  private static void bin(Person person, Look look) {
    person.createCompany("Axed " + person.way());
    person.button("company.archive").click();
    person.isTold(person.t("company.archived", 1));
    person.open("/bin");
    look.at("a filled bin");
    person.main().getByRole(AriaRole.CHECKBOX).last().check();
    person.button("archive.restore").first().click();
    assertThat(person.dialogButton("archive.restore")).isVisible();
    look.at("what would come back");
    person.dialogButton("shell.cancel").click();
    person.button("archive.empty.bin").first().click();
    assertThat(person.dialogButton("archive.empty.bin")).isVisible();
    look.at("emptying the bin");
  }

  private static void wizard(Person person, Look look) {
    Wizard wizard = new Wizard(person);
    wizard.bring(Wizard.table("Axe", 3));
    look.at("an import's columns as found");
    wizard.next();
    look.at("an import's mapping");
    wizard.next();
    wizard.awaitPreview();
    look.at("an import's preview");
    wizard.start();
    person.isTold(person.t("exchange.run.done"));
    look.at("a done import");
    person.open("/import");
    person.button("exchange.undo").first().click();
    person.settle();
    assertThat(person.question()).hasCount(1);
    look.at("a question");
  }

  private record Look(Person person, Set<String> found) {

    void at(String view) {
      person.settle();
      note(view, ColorScheme.LIGHT, axe());
      person.page().emulateMedia(colours(ColorScheme.DARK));
      note(view, ColorScheme.DARK, axe().withRules(ON_COLOURS));
      person.page().emulateMedia(colours(ColorScheme.LIGHT));
    }

    private AxeBuilder axe() {
      return new AxeBuilder(person.page())
          .setLegacyMode(true); // one frame only: nothing to gather from others
    }

    private static Page.EmulateMediaOptions colours(ColorScheme scheme) {
      return new Page.EmulateMediaOptions().setColorScheme(scheme);
    }

    private void note(String view, ColorScheme scheme, AxeBuilder axe) {
      person.picture("axe" + view.replaceAll("[^a-z]+", "-") + "-" + scheme);
      axe.analyze()
          .getViolations()
          .forEach(
              rule ->
                  rule.getNodes()
                      .forEach(
                          node ->
                              found.add(
                                  "%s, %s: %s at %s (%s) %s"
                                      .formatted(
                                          view,
                                          scheme,
                                          rule.getId(),
                                          node.getTarget(),
                                          node.getFailureSummary(),
                                          node.getHtml()))));
    }
  }
}
