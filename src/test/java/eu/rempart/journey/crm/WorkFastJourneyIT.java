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
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody in a hurry: tags, stars, the palette, many at once and back, views, twins, figures. */
class WorkFastJourneyIT {

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#desk")
  void whoeverIsInAHurryGetsThere(Way way) {
    String family = "Swift" + way.toString().replace("-", "");
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.createContact("Ann", family, "");
      tag(person, "Fair " + way);
      star(person);
      person.createContact("Anne", family, "");

      palette(person, "Ann " + family);
      if (!way.phone()) {
        sheet(person);
      }
      inBulk(person, family);
      keepView(person, family);
      person.goTo("/changes");
      person.sees(person.t("bulk.state.UNDONE"));
      person.picture("fast-changes");
      twins(person, family);
      person.goTo("/tags");
      assertThat(person.main().locator(".tag-row").first()).isVisible();
      person.picture("fast-tags");
      person.goTo("/figures");
      assertThat(person.main().locator("rempart-columns").first()).isVisible();
      person.settle();
      person.picture("fast-figures");
      assertThat(person.complaints()).isEmpty();
    }
  }

  private static void tag(Person person, String name) {
    person.button("contact.edit").click();
    Locator tags =
        person
            .dialog()
            .getByRole(
                AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(person.t("shell.tags")));
    Person.type(tags, name);
    tags.press("Enter");
    person.settle();
    person.picture("fast-tag");
    person.dialogButton("contact.save").click();
    assertThat(person.main().locator(".tag-chip").filter(holds(name))).isVisible();
  }

  private static void step(Person person, String key) {
    person
        .page()
        .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(person.t(key)))
        .click();
  }

  private static void star(Person person) {
    Locator star = person.button("recall.star");
    star.click();
    assertThat(star).hasAttribute("aria-pressed", "true");
    person.picture("fast-star");
    person.goTo("/favourites");
    assertThat(person.main().locator(".today-list a").first()).isVisible();
    person.picture("fast-favourites");
  }

  private static void palette(Person person, String name) {
    person.goTo("/");
    person.page().keyboard().press("Control+k");
    Locator box =
        person
            .page()
            .getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(person.t("shell.search")));
    assertThat(box).isFocused();
    assertThat(person.page().locator(".search-hits .search-command").first()).isVisible();
    person.picture("fast-palette-start");
    Person.type(box, person.t("duplicate.title"));
    assertThat(person.page().locator(".search-command").filter(holds(person.t("duplicate.title"))))
        .isVisible();
    person.picture("fast-palette-place");
    Person.type(box, name);
    assertThat(person.page().locator(".search-hit").filter(holds(name)).first()).isVisible();
    Axe.findsNothing(person);
    box.press("Enter");
    assertThat(person.heading()).hasText(name);
  }

  private static void sheet(Person person) {
    person.goTo("/favourites");
    person.page().keyboard().press("?");
    assertThat(person.dialog().getByText(person.t("shell.keys.everywhere"))).isVisible();
    person.picture("fast-keys");
    Axe.findsNothing(person);
    person.page().keyboard().press("Escape");
    assertThat(person.dialog()).hasCount(0);
    person.settle(); // until the server knows it, too: it takes no keys of what lies below
    person.page().keyboard().press("g");
    person.page().keyboard().press("o");
    assertThat(person.page()).hasURL(Pattern.compile(".*/companies.*"));
  }

  private static void inBulk(Person person, String family) {
    person.goTo("/contacts");
    person.search(family);
    assertThat(person.record(family)).hasCount(2);
    person.main().locator("vaadin-grid").getByRole(AriaRole.CHECKBOX).last().check();
    person
        .page()
        .getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(person.t("shell.list.select.all", "2")))
        .click();
    person.picture("fast-bulk");
    person.button("shell.bulk.assign").click();
    Locator owner =
        person
            .question()
            .getByRole(
                AriaRole.COMBOBOX,
                new Locator.GetByRoleOptions().setName(person.t("shell.bulk.owner")));
    assertThat(owner).isVisible();
    person.picture("fast-bulk-assign");
    // left empty: to nobody, since their maker has them already
    person.answer("shell.bulk.assign");
    person.isTold(person.t("bulk.done.assign", 2));
    person.picture("fast-bulk-done");
    person.button("shell.notice.undo").click();
    person.isTold(person.t("bulk.undone", 2, 0).strip());
  }

  private static void keepView(Person person, String family) {
    person.goTo("/contacts");
    person.search(family);
    assertThat(person.record(family)).hasCount(2);
    person.button("savedview.conditions", 0).click();
    assertThat(person.dialogButton("shell.rule.apply")).isVisible();
    person.picture("fast-conditions");
    Axe.findsNothing(person);
    person.dialogButton("shell.cancel").click();
    if (person.way().phone()) {
      step(person, "savedview.more");
      step(person, "savedview.save.new");
    } else {
      step(person, "savedview.menu"); // the only step is the button itself
    }
    Person.type(
        person.dialog().getByLabel(person.t("saved_view.field.name")).first(), family + " view");
    person.dialogButton("savedview.save").click();
    person.isTold(person.t("savedview.saved"));
    person.picture("fast-view");
    assertThat(person.page()).hasURL(Pattern.compile(".*/contacts\\?view=.*"));
    person.openRecord("Anne " + family);
    person.goBackFromRecord();
    assertThat(person.record(family)).hasCount(2);
    assertThat(person.main().locator("vaadin-select").filter(holds(family + " view"))).isVisible();
  }

  private static void twins(Person person, String family) {
    person.goTo("/duplicates");
    person.button("duplicate.look").click();
    Locator pair = person.main().locator(".pair-card").filter(holds("Anne " + family)).first();
    for (int seconds = 0; seconds < 120 && pair.count() == 0; seconds++) {
      if (person.button("duplicate.more").isVisible()) { // many are there twice in the demo data
        person.button("duplicate.more").click();
      }
      person.page().waitForTimeout(1_000);
    }
    assertThat(pair).isVisible();
    person.settle();
    person.picture("fast-duplicates");
    pair.getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile(person.t("duplicate.compare"))))
        .click();
    assertThat(person.dialogButton("duplicate.merge")).isVisible();
    person.picture("fast-merge");
    Axe.findsNothing(person);
    person.dialogButton("duplicate.merge").click();
    person.isTold(person.t("bulk.done.merge", 2));
  }

  private static Locator.FilterOptions holds(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
