package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Records;
import eu.rempart.journey.Waits;
import eu.rempart.journey.Way;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A deal goes through the board, is won, reopened, lost for a reason, archived, brought back. */
class DealJourneyIT {

  /** So near to the edge of the board it scrolls on. */
  private static final double EDGE = 20;

  private static final int STEPS = 8;

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void aDealGoesItsWayAndComesBackFromTheBin(Way way) {
    String name = "Journey deal " + way;
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.goTo("/deals");
      assertThat(column(person, 0)).isVisible();
      person.picture("deals");
      create(person, name);
      assertThat(card(person, 0, name)).isVisible();

      if (way.phone()) {
        moveByMenu(person, name);
        assertThat(card(person, 1, name)).isVisible();
        dragByFinger(person, name, 1, 0);
        staysInSight(person, card(person, 0, name));
        dragByFinger(person, name, 0, 1);
        staysInSight(person, card(person, 1, name));
      } else {
        dragTo(person, card(person, 0, name), column(person, 1));
      }
      assertThat(card(person, 1, name)).isVisible();
      person.picture("deals-moved");

      Locator title = card(person, 1, name).locator(".board-title");
      title.focus();
      title.press("Shift+ArrowRight");
      assertThat(card(person, 2, name)).isVisible();
      assertThat(card(person, 2, name).locator(".board-title")).isFocused();

      title = card(person, 2, name).locator(".board-title");
      title.click();
      assertThat(person.heading()).hasText(name);
      person.picture("deal");
      endsBothWays(person);

      person.button("deal.archive").click();
      person.isTold(person.t("deal.archived", 1));
      assertThat(person.page().locator(".board-card").filter(holds(name))).hasCount(0);
      comesBack(person, name);

      person.goTo("/deals/forecast");
      assertThat(person.main().getByRole(AriaRole.TABLE)).isVisible();
      person.picture("deals-forecast");
      person.goTo("/pipelines");
      person.sees(person.t("deal.pipelines.sentence"));
      person.picture("pipelines");
      assertThat(person.complaints()).isEmpty();
    }
  }

  private static void create(Person person, String name) {
    person.button("deal.add").first().click();
    Person.type(person.dialog().getByLabel(person.t("deal.field.name")).first(), name);
    person.picture("deal-new");
    person.dialogButton("deal.save").click();
    person.isTold(person.t("deal.created"));
  }

  private static void endsBothWays(Person person) {
    person.button("deal.win").click();
    person.isTold(person.t("deal.won"));
    person.button("deal.reopen").click();
    person.isTold(person.t("deal.reopened"));
    person.button("deal.lose").click();
    person.dialogButton("deal.lose").click();
    assertThat(person.dialog().getByText(person.t("deal.lose.why"))).isVisible();
    Person.type(person.dialog().getByRole(AriaRole.TEXTBOX), "Chose the cheaper offer");
    person.picture("deal-lose");
    person.dialogButton("deal.lose").click();
    person.isTold(person.t("deal.lost"));
    person.sees("Chose the cheaper offer");
    person.picture("deal-lost");
  }

  private static void comesBack(Person person, String name) {
    Records.chooseInBin(person, name);
    person.button("archive.restore").first().click();
    person.dialogButton("archive.restore").click();
    person.isTold(person.t("archive.restore.done", 1));
    person.goTo("/deals/list");
    person.search(name);
    assertThat(person.record(name).first()).isVisible();
    person.picture("deals-list");
    person.openRecord(name);
    person.sees("Chose the cheaper offer");
  }

  private static void moveByMenu(Person person, String name) {
    card(person, 0, name).locator(".board-menu").click();
    assertThat(person.dialogButton("shell.cancel")).isVisible();
    person.picture("deal-menu");
    String next = column(person, 1).locator("h2").textContent().strip();
    person
        .dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(next).setExact(true))
        .click();
  }

  private static void dragTo(Person person, Locator card, Locator column) {
    card.scrollIntoViewIfNeeded();
    BoundingBox from = Objects.requireNonNull(card.boundingBox());
    BoundingBox to = Objects.requireNonNull(column.boundingBox());
    Mouse mouse = person.page().mouse();
    mouse.move(from.x + from.width / 3, from.y + from.height - 6);
    mouse.down();
    mouse.move(from.x + from.width / 3 + 20, from.y + from.height - 6);
    mouse.move(to.x + to.width / 2, to.y + 70, new Mouse.MoveOptions().setSteps(8));
    mouse.up();
  }

  /**
   * Holds a card until it comes along, holds it at the edge until the column is there, drops it.
   */
  private static void dragByFinger(Person person, String name, int fromColumn, int toColumn) {
    Locator card = card(person, fromColumn, name);
    card.scrollIntoViewIfNeeded();
    BoundingBox from = Objects.requireNonNull(card.boundingBox());
    double width = person.page().viewportSize().width;
    double x = from.x + from.width / 2;
    double y = from.y + from.height - 6;
    double edge = toColumn > fromColumn ? width - EDGE : EDGE;
    CDPSession finger = person.page().context().newCDPSession(person.page());
    touch(finger, "touchStart", x, y);
    assertThat(person.page().locator(".board-ghost")).isVisible();
    for (int i = 1; i <= STEPS; i++) {
      touch(finger, "touchMove", x + (edge - x) * i / STEPS, y);
    }
    Waits.until(person.page(), () -> isUnder(column(person, toColumn), width / 2));
    touch(finger, "touchMove", width / 2, y);
    assertThat(column(person, toColumn)).hasClass(Pattern.compile("\\bdrop\\b"));
    touch(finger, "touchEnd", width / 2, y);
    assertThat(person.page().locator(".board-ghost")).hasCount(0);
    finger.detach();
  }

  /** The board stays at the column that the card was dropped in. */
  private static void staysInSight(Person person, Locator card) {
    assertThat(card).isVisible();
    person.settle();
    assertThat(card).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.9));
  }

  private static boolean isUnder(Locator column, double x) {
    BoundingBox box = Objects.requireNonNull(column.boundingBox());
    return box.x < x && x < box.x + box.width;
  }

  private static void touch(CDPSession finger, String type, double x, double y) {
    JsonArray points = new JsonArray();
    if (!type.equals("touchEnd")) {
      JsonObject point = new JsonObject();
      point.addProperty("x", x);
      point.addProperty("y", y);
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    finger.send("Input.dispatchTouchEvent", event);
  }

  private static Locator column(Person person, int place) {
    return person.page().locator("[data-column]").nth(place);
  }

  private static Locator card(Person person, int place, String name) {
    return column(person, place).locator(".board-card").filter(holds(name));
  }

  private static Locator.FilterOptions holds(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
