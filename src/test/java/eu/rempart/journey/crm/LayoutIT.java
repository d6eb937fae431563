package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import eu.rempart.journey.Clipping;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Records;
import eu.rempart.journey.Waits;
import eu.rempart.journey.Way;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where things stand on screens, measured: nothing is cut, covered, or not where it was left. */
class LayoutIT {

  private static final Way PHONE = new Way(Way.Window.PHONE, Locale.FRENCH);
  private static final Way FRENCH = new Way(Way.Window.DESKTOP, Locale.FRENCH);

  /**
   * The row that stands first in a list, below its head: its number, and whose it is. Not what it
   * says, since it says how many minutes ago something was.
   */
  private static final String FIRST_ROW =
      """
      grid => {
        const head = grid.$.header.getBoundingClientRect();
        const top = Math.max(head.bottom, grid.getBoundingClientRect().top) + 1;
        const rows = [...grid.$.items.children].filter(
            row => !row.hidden && row.getBoundingClientRect().bottom > top);
        const first = rows.reduce((one, other) =>
            one.getBoundingClientRect().top < other.getBoundingClientRect().top ? one : other);
        const record = [...first.querySelectorAll('slot')].flatMap(slot => slot.assignedElements())
            .map(cell => cell.querySelector('a.record-title, a.record-card')).find(link => link);
        return `${first.index} ${record?.getAttribute('href')}`;
      }
      """;

  /** What scrolls in the dialog that a checkbox is in, and does not fit. */
  private static final String FITS =
      """
      box => {
        let part = box;
        while (!part.part?.contains('content')) {
          part = part.assignedSlot ?? part.parentElement ?? part.getRootNode().host;
        }
        const {bottom} = part.getBoundingClientRect();
        const input = box.querySelector('input').getBoundingClientRect();
        return part.scrollHeight <= part.clientHeight && input.bottom <= bottom;
      }
      """;

  /** Where the panel that an element is in begins and ends: all of it, and what it holds. */
  private static final String SIDES =
      """
      it => {
        let part = it;
        const up = name => {
          while (!part.part?.contains(name)) {
            part = part.assignedSlot ?? part.parentElement ?? part.getRootNode().host;
          }
          return part.getBoundingClientRect();
        };
        const content = up('content');
        const panel = up('overlay');
        return [panel.left, panel.right, content.left, content.right];
      }
      """;

  /** How wide the space within a number is, in the part of a page that has one. */
  private static final String SPACE =
      """
      element => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let text = walker.nextNode(); text; text = walker.nextNode()) {
          const at = text.data.search(/\\d\\s\\d{3}/);
          if (at >= 0) {
            const range = document.createRange();
            range.setStart(text, at + 1);
            range.setEnd(text, at + 2);
            return range.getBoundingClientRect().width
                / parseFloat(getComputedStyle(text.parentElement).fontSize);
          }
        }
        return -1;
      }
      """;

  /** A scroll that is under way moves within it. */
  private static final double REST_MILLIS = 500;

  /** Between digits it is almost invisible in this font. */
  private static final String NARROW_SPACE = "\u202f";

  private final Installation installation = Installation.shared();

  /** Measures are looked at all: a person who mends one wants to know of the others. */
  private final SoftAssertions soft = new SoftAssertions();

  @AfterEach
  void assertMeasures() {
    soft.assertAll();
  }

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void listComesBackToTheRowThatStoodFirst(Way way) {
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.open("/contacts");
      Locator grid = person.main().locator("vaadin-grid");
      assertThat(records(person).first()).isVisible();
      BoundingBox box = box(grid);
      person.page().mouse().move(box.x + box.width / 2, box.y + box.height / 2);
      Waits.until(
          person.page(),
          () -> {
            person.page().mouse().wheel(0, 900);
            person.settle();
            return indexOf(firstRow(grid)) > 70;
          });
      String left = restingAt(person, grid);
      soft.assertThat(left).contains(" contacts/");

      person.page().mouse().click(box.x + box.width / 3, box.y + box.height / 2);
      assertThat(person.tab("contact.tab.history")).isVisible();
      person.goBackFromRecord();

      assertThat(records(person).first()).isVisible();
      Waits.until(person.page(), () -> left.equals(firstRow(grid)));
      person.picture("layout-back");
    }
  }

  /** The last checkbox of small dialogs, and a notice beside places and names of records. */
  @Test
  void dialogsFitAndNoticesCoverNoNames() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.createContact("Lay", "Outer", "");
      Records.createCompany(person, "Layout works");
      person.goTo("/contacts");
      person.search("Lay Outer");
      person.openRecord("Lay Outer");
      Records.linkWith(person, "Layout works");

      person.goTo("/contacts");
      person.search("Lay Outer");
      assertThat(records(person)).hasCount(1);
      person
          .page()
          .getByRole(
              AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(person.t("savedview.menu")))
          .click();
      assertThat(person.dialogButton("savedview.save")).isVisible();
      lastCheckboxFits(person.dialog());
      person.picture("layout-save-view");
      person.dialogButton("shell.cancel").click();

      person.goTo("/companies");
      person.search("Layout works");
      person.openRecord("Layout works");
      person.button("company.archive").click();
      lastCheckboxFits(person.question());
      person.picture("layout-archive");
      person.answer("company.archive");
      noticeCoversNothing(person);
    }
  }

  private void lastCheckboxFits(Locator dialog) {
    Locator last = dialog.locator("vaadin-checkbox:visible").last();
    assertThat(last).isVisible();
    soft.assertThat((Boolean) last.evaluate(FITS)).as(last.textContent()).isTrue();
  }

  private void noticeCoversNothing(Person person) {
    person.isTold(person.t("company.archived", 1));
    Locator notice = person.page().locator("vaadin-notification-card").last();
    assertThat(person.main().locator("vaadin-grid")).isVisible();
    person.settle();
    person.picture("layout-notice");
    BoundingBox grid = box(person.main().locator("vaadin-grid"));
    soft.assertThat(box(notice).x)
        .as("right of the places and of the first column")
        .isGreaterThan(grid.x + grid.width / 2);
  }

  @Test
  void choicesSayThatTheyAreLongerAndThousandsStandApart() {
    try (Person person = Person.at(installation, FRENCH)) {
      person.signIn();
      person.open("/contacts");
      assertThat(records(person).first()).isVisible();
      person.settle();
      soft.assertThat(Clipping.texts(person.page(), "main")).isEmpty();
      person.open("/deals");
      Locator sum = person.main().locator(".board-sums").first();
      assertThat(sum).containsText("€");
      assertThat(person.main().textContent()).doesNotContain(NARROW_SPACE);
      soft.assertThat(((Number) person.main().evaluate(SPACE)).doubleValue())
          .as("the space in thousands, in widths of the font")
          .isGreaterThan(0.2);
      soft.assertThat(Clipping.texts(person.page(), "main")).isEmpty();
    }
  }

  @Test
  void phoneShowsTheDayAndItsFiltersAndMenusWhole() {
    try (Person person = Person.at(installation, PHONE)) {
      person.signIn();
      today(person);
      accountMenu(person);
      filters(person);
      person.open("/notices");
      person.sees(person.t("notice.choice.title"));
      soft.assertThat(Clipping.texts(person.page(), "main")).as("notices").isEmpty();
      lose(person);
      note(person);
      person.page().setViewportSize(844, 390);
      person.open("/contacts");
      person.button("contact.add").first().click();
      person.dialogButton("shell.field.phones.add").click();
      assertThat(person.phoneField()).isVisible();
      person.settle();
      person.picture("layout-form-turned");
      soft.assertThat(Clipping.texts(person.page(), "[role=dialog]")).as("form").isEmpty();
    }
  }

  private void today(Person person) {
    person.open("/");
    person.settle();
    person.picture("layout-today");
    Locator add = person.main().locator(".today-head vaadin-button:visible");
    assertThat(add).hasCount(1);
    soft.assertThat(box(person.main().locator(".quick-add").first()).height)
        .as("line")
        .isLessThan(110);
    soft.assertThat(box(person.main().locator(".today-panels .card").first()).y)
        .as("where the day begins")
        .isLessThan(300);
    soft.assertThat(Clipping.texts(person.page(), "main")).as("today").isEmpty();
  }

  private void accountMenu(Person person) {
    person.page().locator(".user-menu-button").click();
    Locator menu = person.page().locator(".user-menu-who");
    assertThat(menu).isVisible();
    person.settle();
    person.picture("layout-account");
    insideOf(menu, menu.locator("*"));
    insideOf(menu, person.page().locator(".user-menu-popover vaadin-radio-button"));
    List<Double> sides = sides(menu);
    soft.assertThat(sides.get(0)).as("panel in the window").isNotNegative();
    soft.assertThat(sides.get(1))
        .as("panel in the window")
        .isLessThanOrEqualTo(person.page().viewportSize().width);
    soft.assertThat(sides.get(2)).as("content in the panel").isGreaterThan(sides.get(0) - 1);
    soft.assertThat(sides.get(3)).as("content in the panel").isLessThan(sides.get(1) + 1);
    soft.assertThat(Clipping.texts(person.page(), ".user-menu-popover")).as("menu").isEmpty();
    person.page().keyboard().press("Escape");
    assertThat(menu).isHidden();
  }

  private void filters(Person person) {
    person.open("/contacts");
    assertThat(records(person).first()).isVisible();
    person.button("shell.list.filters").click();
    Locator done = person.page().locator(".filter-done");
    assertThat(done).isVisible();
    assertThat(done).containsText(Pattern.compile("\\d"));
    person.settle();
    person.picture("layout-filters");
    Locator nav = person.page().locator("nav.shell-nav");
    // the popover is put in place a moment after it is there
    Waits.until(person.page(), () -> box(done).y + box(done).height <= box(nav).y);
    done.click();
    assertThat(done).isHidden();
  }

  private void lose(Person person) {
    person.open("/deals");
    Locator card = person.main().locator(".board-card .board-title").first();
    card.click();
    assertThat(person.tab("deal.tab.history")).isVisible();
    person.button("deal.lose").click();
    person.dialogButton("deal.lose").click();
    assertThat(person.dialog().getByText(person.t("deal.lose.why"))).isVisible();
    assertThat(person.dialog().getByRole(AriaRole.TEXTBOX)).isFocused();
    person.settle();
    person.picture("layout-lose");
    soft.assertThat(Clipping.ring(person.page())).as("reason").isEmpty();
    person.dialogButton("shell.cancel").click();
  }

  private void note(Person person) {
    person.tab("timeline.tab").click();
    person.button("note.write").click();
    Locator text =
        person
            .main()
            .getByRole(
                AriaRole.TEXTBOX,
                new Locator.GetByRoleOptions().setName(person.t("note.field.body")));
    text.click();
    person.picture("layout-note");
    soft.assertThat(Clipping.ring(person.page())).as("note").isEmpty();
  }

  /** At 200 % a phone has 195 by 422 pixels. */
  @Test
  void enlargedPhoneReachesAccountAndSave() {
    try (Person person = Person.at(installation, PHONE)) {
      person.signIn();
      person.page().setViewportSize(195, 422);
      person.open("/contacts");
      assertThat(records(person).first()).isVisible();
      person.settle();
      person.picture("layout-enlarged");
      assertThat(person.page().locator(".notice-bell")).isInViewport(whole());
      assertThat(person.page().locator(".user-menu-button")).isInViewport(whole());
      soft.assertThat(Clipping.texts(person.page(), "nav.shell-nav")).as("bar").isEmpty();
      accountMenu(person);
      person.button("contact.add").first().click();
      assertThat(person.dialogButton("contact.save")).isInViewport(whole());
      soft.assertThat(Clipping.texts(person.page(), "[role=dialog]")).as("form").isEmpty();
      person.picture("layout-enlarged-form");
    }
  }

  private static LocatorAssertions.IsInViewportOptions whole() {
    return new LocatorAssertions.IsInViewportOptions().setRatio(1);
  }

  private static Locator records(Person person) {
    return person.main().locator("a.record-title:visible, a.record-card:visible");
  }

  private static String firstRow(Locator grid) {
    return grid.evaluate(FIRST_ROW).toString();
  }

  /** Once the wheel's last turn is over: a busy browser goes on after it was told. */
  private static String restingAt(Person person, Locator grid) {
    AtomicReference<String> row = new AtomicReference<>(firstRow(grid));
    Waits.until(
        person.page(),
        () -> {
          person.page().waitForTimeout(REST_MILLIS);
          String now = firstRow(grid);
          return now.equals(row.getAndSet(now));
        });
    person.settle();
    return firstRow(grid);
  }

  private static int indexOf(String row) {
    return Integer.parseInt(List.of(row.split(" ")).getFirst());
  }

  private static BoundingBox box(Locator locator) {
    return Objects.requireNonNull(locator.boundingBox());
  }

  private static List<Double> sides(Locator content) {
    return ((List<?>) content.evaluate(SIDES))
        .stream().map(side -> ((Number) side).doubleValue()).toList();
  }

  /** A panel that lies above the page holds all of these parts of it from side to side. */
  private void insideOf(Locator content, Locator parts) {
    List<Double> sides = sides(content);
    for (Locator part : parts.all()) {
      BoundingBox inner = part.boundingBox();
      if (inner != null) {
        soft.assertThat(inner.x).as(part.textContent()).isGreaterThanOrEqualTo(sides.getFirst());
        soft.assertThat(inner.x + inner.width)
            .as(part.textContent())
            .isLessThanOrEqualTo(sides.get(1));
      }
    }
  }
}
