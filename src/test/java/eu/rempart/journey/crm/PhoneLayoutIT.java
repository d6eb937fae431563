package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import eu.rempart.journey.Clipping;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A phone's screen has room for what people came for, and what they type into is seen whole. */
class PhoneLayoutIT {

  private static final Way PHONE = new Way(Way.Window.PHONE, Locale.FRENCH);

  /** How much of a field's text lies outside of it, in pixels. */
  private static final String CUT =
      """
      field => {
        const input = field.querySelector('input');
        const style = getComputedStyle(input);
        const pen = document.createElement('canvas').getContext('2d');
        pen.font = style.font;
        return pen.measureText(input.value).width
            - (input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight));
      }
      """;

  private final Installation installation = Installation.shared();
  private final SoftAssertions soft = new SoftAssertions();

  @AfterEach
  void assertMeasures() {
    soft.assertAll();
  }

  @Test
  void warningsTakeOneLineAndUnfold() {
    try (Person person = Person.at(installation, PHONE)) {
      person.signIn();
      person.open("/");
      Locator warnings = person.page().locator(".shell-banners");
      Locator more = warnings.locator(".page-banner-more");
      Locator action = warnings.locator(".page-banner-actions :is(a, vaadin-button)").first();
      assertThat(more).isVisible();
      person.settle();
      person.picture("phone-warnings");
      soft.assertThat(box(warnings).height).as("folded").isLessThan(50);
      assertThat(action).isHidden();

      more.click();

      assertThat(action).isVisible();
      person.picture("phone-warnings-unfolded");
      soft.assertThat(Clipping.texts(person.page(), ".shell-banners")).as("unfolded").isEmpty();
      more.click();
      assertThat(action).isHidden();
    }
  }

  @Test
  void todayOffersEveryKindAndShowsWholeDates() {
    try (Person person = Person.at(installation, PHONE)) {
      person.signIn();
      person.open("/");
      Locator line = person.main().locator(".quick-add").first();
      Locator day = line.locator("vaadin-date-picker");
      assertThat(day).isVisible();
      person.settle();
      person.picture("phone-today");
      soft.assertThat(((Number) day.evaluate(CUT)).doubleValue()).as("cut date").isNegative();

      person.main().locator(".today-head vaadin-button:visible").click();
      Locator offered = person.page().locator(".today-menu vaadin-button");
      assertThat(offered.first()).isVisible();
      soft.assertThat(offered.allInnerTexts().stream().map(String::strip))
          .contains(person.t("deal.add"), person.t("activity.add"), person.t("contact.add"));
      person.picture("phone-today-add");
      offered.getByText(person.t("deal.add")).click();
      assertThat(person.dialogButton("deal.save")).isVisible();
    }
  }

  @Test
  void accountMenuOffersNoKeysToFingers() {
    try (Person person = Person.at(installation, PHONE)) {
      person.signIn();
      person.page().locator(".user-menu-button").click();
      assertThat(person.button("shell.user.lock")).isVisible();
      assertThat(person.button("shell.keys.title")).isHidden();
    }
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.page().locator(".user-menu-button").click();
      assertThat(person.button("shell.keys.title")).isVisible();
    }
  }

  private static BoundingBox box(Locator locator) {
    return Objects.requireNonNull(locator.boundingBox());
  }
}
