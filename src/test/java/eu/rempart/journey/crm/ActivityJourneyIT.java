package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import eu.rempart.journey.Axe;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Waits;
import eu.rempart.journey.Way;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is to be done is written down, done, and moved in the calendar. */
class ActivityJourneyIT {

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void aTaskIsWrittenDownAndDoneOnTheFirstScreen(Way way) {
    String task = "Journey task " + way;
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.open("/");
      person.sees(person.t("activity.day.due"));
      person.picture("my-day");
      Locator line = person.main().locator(".quick-add").first(); // a phone has a "+" above it, too
      Person.type(line.getByLabel(person.t("activity.quick.subject")), task);
      line.getByText(person.t("activity.quick.add")).click();
      person.isTold(person.t("activity.created"));
      person.sees(task);
      person.button("activity.mark.done.of", task).click();
      person.isTold(person.t("activity.done", 1));

      Assertions.assertThat(person.complaints()).isEmpty();
    }
  }

  /** With keys alone or with a mouse one moves, stretches and opens what lies in the calendar. */
  @Test
  void keysAndMouseMoveStretchAndOpenWhatLiesInTheCalendar() {
    String task = "Journey keys";
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.open("/calendar?way=WEEK&day=2027-03-03");
      person.button("activity.add").first().click();
      Person.type(person.dialog().getByLabel(person.t("activity.field.subject")).first(), task);
      person.dialogButton("activity.save").click();
      Locator entry =
          person
              .page()
              .locator("a.calendar-entry")
              .filter(new Locator.FilterOptions().setHasText(task));
      assertThat(entry).hasCount(1);
      reachByTab(person, entry);

      String nine = words(entry);
      press(entry, "Alt+ArrowDown", nine);
      String quarterPast = words(entry);
      press(entry, "Alt+ArrowRight", quarterPast);
      String tomorrow = words(entry);
      press(entry, "Alt+ArrowLeft", tomorrow);
      assertThat(entry).hasAttribute("title", quarterPast);
      press(entry, "Alt+ArrowUp", quarterPast);
      assertThat(entry).hasAttribute("title", nine);

      double height = Objects.requireNonNull(entry.boundingBox()).height;
      entry.press("Alt+Shift+ArrowDown");
      Waits.until(person.page(), () -> height(entry) > height + 1);
      assertThat(entry).isFocused();
      entry.press("Alt+Shift+ArrowUp");
      Waits.until(person.page(), () -> Math.abs(height(entry) - height) < 1);
      assertThat(entry).isFocused();
      person.picture("calendar-keys");
      byMouse(person, entry);
      inOtherWays(person);

      entry.press("Enter");
      assertThat(person.heading()).hasText(task);
      Assertions.assertThat(person.complaints()).isEmpty();
    }
  }

  /** Drags it to another hour, draws it longer, and back to where it was. */
  private static void byMouse(Person person, Locator entry) {
    String before = words(entry);
    double height = height(entry);
    drag(person, entry, height / 2, 80);
    assertThat(entry).not().hasAttribute("title", before);
    String later = words(entry);
    Waits.until(person.page(), () -> Math.abs(height(entry) - height) < 1);
    drag(person, entry, height - 2, 60);
    Waits.until(person.page(), () -> height(entry) > height + 20);
    assertThat(entry).not().hasAttribute("title", later);
    drag(person, entry, 8, -80);
    person.picture("calendar-mouse");
  }

  /** Takes it at a place below its top, and lets it go so many pixels below. */
  private static void drag(Person person, Locator entry, double at, double by) {
    entry.hover();
    BoundingBox box = Objects.requireNonNull(entry.boundingBox());
    Mouse mouse = person.page().mouse();
    double x = box.x + box.width / 3;
    mouse.move(x, box.y + at);
    mouse.down();
    mouse.move(x, box.y + at + by, new Mouse.MoveOptions().setSteps(8));
    mouse.up();
    person.settle();
  }

  /** What axe finds in the calendar, whichever way it shows the days. */
  private static void inOtherWays(Person person) {
    Axe.findsNothing(person);
    for (String way : List.of("DAY", "AGENDA")) {
      person.button("activity.calendar.way." + way).click();
      Axe.findsNothing(person);
    }
    person.button("activity.calendar.way.WEEK").click();
    person.settle(); // drawn anew: a key pressed before goes nowhere
  }

  /** From the field before it, as somebody without a mouse comes there. */
  private static void reachByTab(Person person, Locator entry) {
    person.button("activity.calendar.way.AGENDA").focus();
    for (int i = 0; i < 60 && !isFocused(entry); i++) {
      person.page().keyboard().press("Tab");
    }
    assertThat(entry).isFocused();
  }

  private static boolean isFocused(Locator entry) {
    return Boolean.TRUE.equals(entry.evaluate("each => each === document.activeElement"));
  }

  private static String words(Locator entry) {
    return Objects.requireNonNull(entry.getAttribute("title"));
  }

  private static double height(Locator entry) {
    BoundingBox box = entry.boundingBox();
    return box == null ? 0 : box.height;
  }

  /** Moves it, and waits until it lies elsewhere and has the focus there. */
  private static void press(Locator entry, String keys, String before) {
    entry.press(keys);
    assertThat(entry).not().hasAttribute("title", before);
    assertThat(entry).isFocused();
  }
}
