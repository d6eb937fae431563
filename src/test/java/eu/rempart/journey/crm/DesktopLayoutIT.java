package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines, dialogs and places of a desktop's screen have the size and the place that people need. */
class DesktopLayoutIT {

  private static final Way FRENCH = new Way(Way.Window.DESKTOP, Locale.FRENCH);

  /** How wide the dialog that a button is in is, in pixels. */
  private static final String WIDTH =
      """
      button => {
        let part = button;
        while (!part.part?.contains('overlay')) {
          part = part.assignedSlot ?? part.parentElement ?? part.getRootNode().host;
        }
        return part.getBoundingClientRect().width;
      }
      """;

  private final Installation installation = Installation.shared();
  private final SoftAssertions soft = new SoftAssertions();

  @AfterEach
  void assertMeasures() {
    soft.assertAll();
  }

  @Test
  void timelineShowsQuicklyAddedTaskWithItsCheckbox() {
    String task = "Send the drawings";
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.open("/deals");
      person.main().locator(".board-card .board-title").first().click();
      assertThat(person.tab("timeline.tab")).isVisible();
      Locator line = person.main().locator(".quick-add").first();
      Person.type(line.getByLabel(person.t("activity.quick.subject")), task);
      line.getByText(person.t("activity.quick.add")).click();
      person.isTold(person.t("activity.created"));
      person.tab("timeline.tab").click();
      checkbox(person, task);

      person.page().reload(); // the panel of the first tab is not built now

      checkbox(person, task);
      person.picture("desktop-timeline");
    }
  }

  private void checkbox(Person person, String task) {
    Locator check =
        person
            .main()
            .locator(".timeline-lines .activity-lines li")
            .filter(new Locator.FilterOptions().setHasText(task))
            .locator(".activity-check > span");
    assertThat(check).isVisible();
    soft.assertThat(box(check).width).as("the square to tick").isGreaterThan(12);
  }

  @Test
  void dialogsAreNotTiny() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.open("/deals");
      person.main().locator(".board-card .board-title").first().click();
      person.button("deal.lose").click();
      isWide(person, "shell.cancel", "lose");
      person.dialogButton("shell.cancel").click();
      person.open("/members");
      person.button("account.members.invite").click();
      isWide(person, "account.cancel", "invite");
    }
  }

  private void isWide(Person person, String cancel, String name) {
    Locator button = person.dialogButton(cancel);
    assertThat(button).isVisible();
    person.settle();
    person.picture("desktop-" + name);
    soft.assertThat(((Number) button.evaluate(WIDTH)).doubleValue()).as(name).isGreaterThan(400);
  }

  @Test
  void placeThatIsShownIsInSightAmongThePlaces() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.page().setViewportSize(1440, 700);
      person.signIn();
      person.open("/operations");
      Locator place = person.page().locator("nav.shell-nav a[aria-current=page]");
      assertThat(place).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.95));
      person.picture("desktop-places");
    }
  }

  @Test
  void headOfTheCalendarKeepsItsLineAndDaysHaveTheirWeekday() {
    try (Person person = Person.at(installation, FRENCH)) {
      person.signIn();
      person.open("/calendar?way=MONTH&owner=all");
      Locator add = person.main().locator(".calendar-head > [theme~=primary]");
      assertThat(add).isVisible();
      double before = box(add).y;
      person.button("activity.calendar.way.AGENDA").click();
      Locator day = person.main().locator(".fc-list-day-cushion").first();
      assertThat(day).isVisible();
      person.settle();
      person.picture("desktop-calendar");
      soft.assertThat(box(add).y - before).as("moved down").isLessThan(20);
      assertThat(day)
          .containsText(Pattern.compile("lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"));
    }
  }

  @Test
  void kindsOfContactDetailsStandBelowEachOther() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.createContact("Kim", "Aligned", "+33 1 70 18 99 77");
      person.button("contact.edit").click();
      assertThat(person.dialogButton("contact.save")).isVisible();
      Locator email = person.field("shell.field.email");
      if (email.count() == 0) {
        person.dialogButton("shell.field.emails.add").click();
      }
      Person.type(email, "kim@aligned.example");
      person.dialogButton("contact.save").click();
      Locator kinds = person.main().locator(".reach-kind");
      assertThat(kinds).hasCount(2);
      person.picture("desktop-kinds");
      soft.assertThat(box(kinds.first()).x).isEqualTo(box(kinds.last()).x);
    }
  }

  private static BoundingBox box(Locator locator) {
    return Objects.requireNonNull(locator.boundingBox());
  }
}
