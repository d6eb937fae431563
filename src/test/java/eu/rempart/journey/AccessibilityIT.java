package eu.rempart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every view as axe sees it, in both languages, at both sizes, in both colour schemes. No rule is
 * left out: in the second scheme of a page that is open, those run that look at colours, since
 * nothing else changes with it. The schemes take turns in coming first, so that each view changes
 * its colours once. What lies behind a click more is looked at where other journeys open it.
 */
class AccessibilityIT {

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
          goTo(person, path);
          look.at(path);
        }
      }
      person.open("/nowhere");
      look.at("/nowhere");
      contact(person, look);
      company(person, look);
      deal(person, look);
      activity(person, look);
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

  /** By a link, as people do; by the address where a link leads elsewhere. */
  private static void goTo(Person person, String path) {
    person.follow(path);
    if (!URI.create(person.page().url()).getPath().equals(path)) {
      person.open(path);
    }
  }

  private static void contact(Person person, Look look) {
    person.createContact(
        "Axelle", "Axe" + person.way().toString().replace("-", ""), "+33170189900");
    look.at("a contact");
    person.button("contact.edit").click();
    assertThat(person.dialogButton("contact.save")).isVisible();
    look.at("a contact's form");
    Person.type(person.phoneField(), "+33170189911");
    person.dialogButton("contact.save").click();
    person.isTold(person.t("contact.saved"));
    look.at("a notice");
    person.tab("contact.tab.history").click();
    assertThat(person.main().locator(".history-old").first()).isVisible();
    look.at("a contact's history");
    note(person, look);
  }

  private static void note(Person person, Look look) {
    person.tab("timeline.tab").click();
    person.button("note.write").click();
    Locator text =
        person
            .main()
            .getByRole(
                AriaRole.TEXTBOX,
                new Locator.GetByRoleOptions().setName(person.t("note.field.body")));
    text.pressSequentially("Ask @");
    assertThat(person.main().getByRole(AriaRole.OPTION).first()).isVisible();
    look.at("somebody to mention");
    text.press("Enter");
    person.button("note.save").click();
    person.isTold(person.t("note.saved"));
    look.at("a timeline");
    document(person, look);
  }

  private static void document(Person person, Look look) {
    person.tab("document.list.title").click();
    person
        .page()
        .locator(".upload-choose input[type=file]")
        .setInputFiles(
            new FilePayload("axe.csv", "text/csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    Locator line = person.main().locator(".document-line");
    assertThat(line).hasCount(1);
    look.at("documents of a contact");
    line.getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(person.t("document.preview")))
        .click();
    assertThat(person.dialog().locator("td").first()).isVisible();
    look.at("a preview");
    person.dialogButton("shell.close").click();
    line.locator("a.document-title").click();
    assertThat(person.main().locator(".preview td").first()).isVisible();
    look.at("a document");
    person.button("document.edit").click();
    assertThat(person.dialogButton("document.save")).isVisible();
    look.at("a document's form");
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

  private static void deal(Person person, Look look) {
    person.open("/deals");
    person.button("deal.add").first().click();
    Person.type(
        person.dialog().getByLabel(person.t("deal.field.name")).first(),
        "Axed deal " + person.way());
    look.at("a deal's form");
    person.dialogButton("deal.save").click();
    person.isTold(person.t("deal.created"));
    Locator card =
        person
            .page()
            .locator(".board-card")
            .filter(new Locator.FilterOptions().setHasText("Axed deal " + person.way()));
    card.locator(".board-menu").click();
    assertThat(person.dialogButton("shell.cancel")).isVisible();
    look.at("a card's menu");
    person.dialogButton("shell.cancel").click();
    card.locator(".board-title").click();
    assertThat(person.tab("deal.tab.history")).isVisible();
    look.at("a deal");
    person.button("deal.lose").click();
    assertThat(person.dialogButton("deal.lose")).isVisible();
    look.at("why a deal is lost");
  }

  private static void activity(Person person, Look look) {
    person.open("/activities");
    person.button("activity.add").first().click();
    Person.type(
        person.dialog().getByLabel(person.t("activity.field.subject")).first(),
        "Axed activity " + person.way());
    look.at("an activity's form");
    person.dialogButton("activity.save").click();
    person.isTold(person.t("activity.created"));
    person.search("Axed activity " + person.way());
    person.openRecord("Axed activity " + person.way());
    assertThat(person.tab("activity.tab.history")).isVisible();
    look.at("an activity");
  }

  private static void bin(Person person, Look look) {
    Records.createCompany(person, "Axed " + person.way());
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
    // nobody starts an import of people who are there already
    wizard.bring(Wizard.table("Axed" + person.way().toString().replace("-", ""), 3));
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

  private static final class Look {

    private final Person person;
    private final Set<String> found;
    private ColorScheme scheme = ColorScheme.LIGHT;

    Look(Person person, Set<String> found) {
      this.person = person;
      this.found = found;
    }

    void at(String view) {
      person.settle();
      note(view, List.of());
      scheme = scheme == ColorScheme.LIGHT ? ColorScheme.DARK : ColorScheme.LIGHT;
      Lights.show(person.page(), scheme);
      note(view, Axe.ON_COLOURS);
    }

    private void note(String view, List<String> rules) {
      person.picture("axe" + view.replaceAll("[^a-z]+", "-") + "-" + scheme);
      Axe.violations(person.page(), rules)
          .forEach(said -> found.add("%s, %s: %s".formatted(view, scheme, said)));
    }
  }
}
