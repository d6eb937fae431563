package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tablets, phones that stand or lie, and small old ones: nothing is cut, and records are seen. */
class NarrowScreensIT {

  /**
   * What sticks out of the window at its sides. Only these move sideways under a finger; all else
   * that sticks out is cut, or moves the whole page.
   */
  private static final String STICKS_OUT =
      """
      () => {
        const strips = '.board-columns, vaadin-tabs, .group-strip, .bulk-steps, .deals-ways, '
            + '.calendar-ways';
        return [...document.querySelectorAll(
                'main *, [role=dialog] *, header.shell-top *, nav.shell-nav *')]
            .filter(each => each.checkVisibility() && !each.closest(strips))
            .filter(each => {
              const box = each.getBoundingClientRect();
              // what is for screen readers alone lies far outside
              return box.width > 1 && box.height > 1 && box.right > -5000
                  && (box.left < -1 || box.right > window.innerWidth + 1);
            })
            .map(each => {
              const box = each.getBoundingClientRect();
              return `${each.localName}.${each.className} ${box.left} to ${box.right}`;
            });
      }
      """;

  /** How many records of the list are seen whole, without moving anything. */
  private static final String ROWS =
      """
      () => [...document.querySelectorAll('main a.record-card')].filter(card => {
        const box = card.getBoundingClientRect();
        return card.checkVisibility() && box.height > 0
            && [box.top + 2, box.bottom - 2].every(
                y => card.contains(document.elementFromPoint(box.left + 20, y)));
      }).length
      """;

  /** Of how many lines the longest time of the calendar's list is. */
  private static final String LINES =
      """
      times => Math.max(...times.map(time => {
        const range = document.createRange();
        range.selectNodeContents(time);
        return new Set([...range.getClientRects()].map(line => Math.round(line.top))).size;
      }))
      """;

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @CsvSource({"820, 1180, 12", "844, 390, 4", "390, 844, 6", "320, 568, 1"})
  void nothingIsCutAndRecordsAreSeen(int width, int height, int rows) {
    try (Person person = Person.at(installation, new Way(Way.Window.PHONE, Locale.FRENCH))) {
      person.page().setViewportSize(width, height);
      person.signIn();
      Set<String> cut = new TreeSet<>();
      person.open("/contacts");
      assertThat(person.page().locator("a.record-card").first()).isVisible();
      look(person, "contacts", cut);
      assertThat(((Number) person.page().evaluate(ROWS)).intValue())
          .as("whole rows at %d x %d", width, height)
          .isGreaterThanOrEqualTo(rows);
      first(person, "contact.tab.history");
      look(person, "contact", cut);
      person.button("contact.edit").click();
      assertThat(person.dialogButton("contact.save")).isVisible();
      look(person, "contact-form", cut);
      person.open("/activities?kind=MEETING");
      first(person, "activity.tab.history");
      look(person, "meeting", cut);
      person.open("/calendar");
      assertThat(person.page().locator("rempart-calendar .fc-view").first()).isVisible();
      look(person, "calendar", cut);
      agenda(person, cut);
      person.open("/deals");
      assertThat(person.page().locator(".board-card").first()).isVisible();
      look(person, "board", cut);
      person.open("/");
      look(person, "today", cut);
      assertThat(cut).isEmpty();
      assertThat(person.complaints()).isEmpty();
    }
  }

  private static void agenda(Person person, Set<String> cut) {
    person.open("/calendar?way=AGENDA&owner=all");
    Locator times = person.page().locator(".fc-list-event-time");
    assertThat(times.filter(new Locator.FilterOptions().setHasText("Toute la journée")).first())
        .isVisible();
    look(person, "agenda", cut);
    assertThat(((Number) times.evaluateAll(LINES)).intValue()).as("lines").isLessThanOrEqualTo(2);
  }

  private static void first(Person person, String tab) {
    person.page().locator("a.record-card:visible").first().click();
    assertThat(person.tab(tab)).isVisible();
  }

  private static void look(Person person, String screen, Set<String> cut) {
    person.settle();
    person.picture("narrow-" + screen + "-" + person.page().viewportSize().width);
    Object found = person.page().evaluate(STICKS_OUT);
    for (Object each : (List<?>) found) {
      cut.add(screen + ": " + each);
    }
  }
}
