package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Work is handed to a colleague by keys alone, and comes back. */
class AssignJourneyIT {

  private static final int ROWS = 3;

  /** More stops than a page has before its rows. */
  private static final int MOST_STOPS = 80;

  private final Installation installation = Installation.shared();

  @Test
  void rowsGoToAColleagueAndComeBack() {
    String mark = UUID.randomUUID().toString().substring(0, 6);
    Colleague eve =
        new Colleague("Eve " + mark, "eve" + mark + "@firm.example", "correct horse battery");
    try (Person boss = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      boss.signIn();
      String link = eve.invitedBy(boss, "account.role.member");
      try (Person joining = Person.at(installation, Way.DESKTOP_ENGLISH)) {
        eve.join(joining, link);
      }
      boss.goTo("/activities");
      for (int i = 1; i <= ROWS; i++) {
        create(boss, "Offer " + mark + " " + i);
      }
      // the list shows one's own at first; what is handed on is to be seen, too
      Locator mine = boss.main().locator(".chip").last();
      mine.press("Enter");
      assertThat(boss.main().locator(".chip")).hasCount(1);
      boss.search("Offer " + mark);
      assertThat(boss.record("Offer " + mark)).hasCount(ROWS);

      tick(boss);
      boss.sees(boss.t("shell.list.selected", ROWS));
      tabTo(boss, boss.button("shell.bulk.assign"));
      boss.page().keyboard().press("Enter");
      choose(boss, eve.name());
      boss.picture("assign-to");
      tabTo(
          boss,
          boss.question()
              .getByRole(
                  AriaRole.BUTTON,
                  new Locator.GetByRoleOptions().setName(boss.t("shell.bulk.assign"))));
      boss.page().keyboard().press("Enter");
      boss.isTold(boss.t("bulk.done.assign", ROWS));
      assertThat(owned(boss, eve.name())).hasCount(ROWS);
      boss.picture("assigned");

      boss.button("shell.notice.undo").press("Enter");
      boss.isTold(boss.t("bulk.undone", ROWS, 0).strip());
      assertThat(owned(boss, eve.name())).hasCount(0);
      assertThat(boss.record("Offer " + mark)).hasCount(ROWS);
      assertThat(boss.complaints()).isEmpty();
    }
  }

  private static void create(Person person, String subject) {
    person.button("activity.add").first().click();
    Person.type(person.dialog().getByLabel(person.t("activity.field.subject")).first(), subject);
    person.dialogButton("activity.save").click();
    person.isTold(person.t("activity.created"));
    assertThat(person.dialog()).hasCount(0);
  }

  /** The first row, and with Shift all down to the last one. */
  private static void tick(Person person) {
    Locator grid = person.main().locator("vaadin-grid");
    for (int stops = 0; !isFocused(grid) && stops < MOST_STOPS; stops++) {
      person.page().keyboard().press("Tab");
    }
    assertThat(isFocused(grid)).as("the list has the focus").isTrue();
    person.page().keyboard().press("Tab"); // from its head to its rows
    person.page().keyboard().press("Home");
    person.page().keyboard().press("Space");
    for (int row = 1; row < ROWS; row++) {
      person.page().keyboard().press("ArrowDown");
    }
    person.page().keyboard().press("Shift+Space");
  }

  private static void choose(Person person, String name) {
    Locator owner =
        person
            .question()
            .getByRole(
                AriaRole.COMBOBOX,
                new Locator.GetByRoleOptions().setName(person.t("shell.bulk.owner")));
    assertThat(owner).isVisible();
    tabTo(person, owner);
    person.page().keyboard().type(name.toLowerCase(Locale.ROOT));
    assertThat(
            person
                .page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .first())
        .isVisible();
    person.page().keyboard().press("Enter");
    assertThat(owner).hasValue(name);
  }

  private static void tabTo(Person person, Locator button) {
    for (int stops = 0; !isFocused(button) && stops < MOST_STOPS; stops++) {
      person.page().keyboard().press("Tab");
    }
    assertThat(button).isFocused();
  }

  private static boolean isFocused(Locator element) {
    return (Boolean)
        element.evaluate("it => it === document.activeElement || it.matches(':focus-within')");
  }

  private static Locator owned(Person person, String owner) {
    return person
        .main()
        .locator("vaadin-grid vaadin-grid-cell-content:visible")
        .filter(new Locator.FilterOptions().setHasText(owner));
  }
}
