package eu.rempart.journey.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.demo.DemoNeedles;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Needles;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;

/**
 * More of which nothing may be seen: fields of the firm's own with their choices and values, guests
 * of a meeting, words of documents.
 */
final class SampleOffice {

  private static final String FIELD = "Yardarm preference";
  private static final String VALUE = "Prefers the lugsail";
  private static final String CHOOSING = "Favourite capstan";
  private static final String CHOICE = "Brindled capstan";

  private static final String MEETING = "Quayside palaver";
  private static final String GUEST = "ottilie@zwergpinscher.example";

  /** A word of the sample's document. */
  private static final String WORD = "Ypsilon";

  /** The words of documents are read in the background, a minute after the start. */
  private static final int SECONDS = 240;

  private SampleOffice() {}

  static void addTo(Needles needles) {
    DemoNeedles.all().forEach(needles::add);
    for (String text : new String[] {FIELD, VALUE, CHOOSING, CHOICE, MEETING, GUEST, WORD}) {
      needles.add(text);
    }
  }

  /** Makes two fields, fills them in, and meets somebody. */
  static void use(Person person) {
    person.goTo("/companies");
    person.search(DemoNeedles.contract());
    assertThat(person.main().locator("a.record-title:visible")).hasCount(1);
    makeFields(person);
    fillIn(person);
    meet(person);
  }

  private static void makeFields(Person person) {
    person.goTo("/fields");
    beginField(person, FIELD);
    person.dialogButton("custom_field.save").click();
    person.isTold(person.t("custom_field.created"));
    beginField(person, CHOOSING);
    person.dialog().getByLabel(person.t("custom_field.field.kind")).first().click();
    choose(person, person.t("custom_field.kind.CHOICE"));
    person.dialogButton("custom_field.choice.add").click();
    Person.type(named(person, "custom_field.choice"), CHOICE);
    person.dialogButton("custom_field.save").click();
    person.sees(CHOOSING);
  }

  private static void beginField(Person person, String name) {
    person.button("custom_field.add").click();
    Person.type(named(person, "custom_field.field.label"), name);
  }

  private static Locator named(Person person, String key) {
    return person
        .dialog()
        .getByLabel(
            person.t("custom_field.label.in", person.t(key), "English"),
            new Locator.GetByLabelOptions().setExact(true));
  }

  private static void choose(Person person, String option) {
    person
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .first()
        .click();
  }

  private static void fillIn(Person person) {
    person.createContact("Gerwin", "Takelblock", "");
    person.button("contact.edit").click();
    Person.type(person.dialog().getByLabel(FIELD).first(), VALUE);
    Locator capstan =
        person
            .dialog()
            .getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(CHOOSING));
    Person.type(capstan, CHOICE);
    choose(person, CHOICE);
    person.dialogButton("contact.save").click();
    person.isTold(person.t("contact.saved"));
    person.sees(VALUE);
    person.sees(CHOICE);
  }

  /** Asks a guest, and writes down what they said. */
  private static void meet(Person person) {
    person.goTo("/activities");
    person.button("activity.add").first().click();
    Locator dialog = person.dialog();
    dialog
        .getByRole(
            AriaRole.RADIO,
            new Locator.GetByRoleOptions().setName(person.t("activity.kind.MEETING")))
        .check();
    Person.type(dialog.getByLabel(person.t("activity.field.subject")).first(), MEETING);
    dialog.getByLabel(person.t("activity.form.date")).first().click();
    person.button("shell.field.today").click();
    Person.type(dialog.getByLabel(person.t("activity.attendees.addresses")).first(), GUEST);
    person.settle();
    person.dialogButton("activity.save").click();
    person.isTold(person.t("activity.created"));
    person.search(MEETING);
    person.openRecord(MEETING);
    person.sees(GUEST);
    person.main().getByLabel(person.t("activity.answer.of", GUEST)).first().click();
    choose(person, person.t("activity.answer.TENTATIVE"));
    person.sees(person.t("activity.answer.TENTATIVE"));
  }

  /**
   * Waits until documents are found by what stands in them: the demo's, and the sample's. Only an
   * installation that is extracted reads words.
   */
  static void awaitWords(Installation installation) {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      find(person, DemoNeedles.word());
      find(person, WORD);
    }
  }

  private static void find(Person person, String word) {
    Locator found = person.main().locator("a.record-title:visible, a.record-card:visible").first();
    for (int seconds = 0; seconds < SECONDS; seconds += 2) {
      person.goTo("/documents");
      person.search(word);
      person.settle();
      person.page().waitForTimeout(2_000);
      if (found.count() > 0) {
        break;
      }
    }
    assertThat(found).isVisible();
  }
}
