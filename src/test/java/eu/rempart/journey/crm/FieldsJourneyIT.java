package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What people type into fields, key by key, is kept or refused in words, in French. */
class FieldsJourneyIT {

  private static final Way PHONE = new Way(Way.Window.PHONE, Locale.FRENCH);
  private static final Way FRENCH = new Way(Way.Window.DESKTOP, Locale.FRENCH);

  /** Closes a calendar and goes on to the time in the frame in which it is about to be drawn. */
  private static final String CLOSED_AND_LEFT =
      """
      async day => {
        const next = day.closest('vaadin-dialog').querySelector('vaadin-time-picker input');
        day.focus();
        day.open();
        await day.updateComplete;
        await new Promise(drawn => requestAnimationFrame(drawn));
        day.close();
        next.focus();
        await new Promise(late => setTimeout(late, 200));
        return document.activeElement === next;
      }
      """;

  private final Installation installation = Installation.shared();

  @Test
  void timesAndDaysAreUnderstoodOrRefused() {
    try (Person person = Person.at(installation, FRENCH)) {
      person.signIn();
      person.goTo("/activities");
      person.button("activity.add").first().click();
      Locator time = person.dialog().locator("vaadin-time-picker");
      for (String wrong : List.of("25:00", "14:75", "99", "2530", "26h", "-1")) {
        type(person, time, wrong);
        assertThat(time).hasAttribute("invalid", "");
        assertThat(time.locator("input")).hasValue(wrong);
      }
      assertThat(time).containsText("Ce n’est pas une heure. Exemple : 14:30");
      person.picture("time-refused");
      for (Map.Entry<String, String> right :
          Map.of(
                  "14h30", "14:30", "14 h 30", "14:30", "1430", "14:30", "9h", "09:00", "2pm",
                  "14:00", "14:30", "14:30")
              .entrySet()) {
        type(person, time, right.getKey());
        assertThat(time.locator("input")).hasValue(right.getValue());
        assertThat(time).not().hasAttribute("invalid", "");
      }

      Locator day = person.dialog().locator("vaadin-date-picker").first();
      type(person, day, "31/02");
      assertThat(day).hasAttribute("invalid", "");
      assertThat(day).containsText("Ce n’est pas une date. Exemple : ");
      for (String right :
          List.of("31.12.2031", "31-12-2031", "2031-12-31", "31 déc. 2031", "31122031")) {
        type(person, day, right);
        assertThat(day.locator("input")).hasValue("31/12/2031");
        assertThat(day).not().hasAttribute("invalid", "");
      }
      Assertions.assertThat(day.evaluate(CLOSED_AND_LEFT)).as("the cursor's place").isEqualTo(true);
      Assertions.assertThat(person.complaints()).isEmpty();
    }
  }

  /** Tab, a click into what is chosen, and a paste: each keeps what is typed, or says why not. */
  @Test
  void whatIsTypedStandsWhereItIsMeant() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.goTo("/contacts");
      Keyboard keys = person.page().keyboard();
      keys.press("n");
      keys.press("d");
      assertThat(person.dialogButton("deal.save")).isVisible();
      person.settle();
      assertThat(person.page()).hasURL(Pattern.compile(".*/contacts"));
      keys.type("Typed where it is meant");

      Locator currency = labelled(person, "deal.field.currency");
      currency.click();
      keys.type("chf");
      keys.press("Tab");
      assertThat(currency).hasValue("CHF");

      Locator day = person.dialog().locator("vaadin-date-picker input");
      day.click();
      keys.type("31/12/2031");
      keys.press("Tab");
      assertThat(labelled(person, "deal.field.owner_id")).isFocused();
      assertThat(day).hasValue("31/12/2031");
      day.press("Enter");
      assertThat(person.heading()).hasText("Typed where it is meant");
      assertThat(person.dialog()).hasCount(0);

      keys.press("n");
      keys.press("o");
      assertThat(person.dialogButton("company.save")).isVisible();
      person.settle();
      Locator kinds = person.dialog().locator("vaadin-select");
      kinds.first().click();
      assertThat(person.page().getByRole(AriaRole.OPTION).first()).isVisible();
      keys.press("Tab");
      assertThat(kinds.nth(1)).hasAttribute("focused", "");
      keys.press("Shift+Tab");
      assertThat(kinds.first()).hasAttribute("focused", "");

      String half = "half ".repeat(30).strip();
      Locator industry = labelled(person, "company.field.industry");
      industry.pressSequentially(half);
      industry.press("ControlOrMeta+a");
      industry.press("ControlOrMeta+c");
      Locator name = labelled(person, "company.field.name");
      name.press("ControlOrMeta+v");
      assertThat(name).hasValue(half);
      name.press("ControlOrMeta+v");
      assertThat(person.dialog()).containsText("and this field takes 249");
      assertThat(name).hasValue(half);
      person.picture("paste-refused");
      name.press("End");
      keys.type("!");
      assertThat(person.dialog()).not().containsText("and this field takes 249");
      assertThat(name).hasValue(half + "!");

      person.dialog().getByText(person.t("shell.field.addresses.add")).click();
      assertThat(labelled(person, "shell.field.street")).isFocused();
      keys.type("Hauptstr. 12");
      assertThat(labelled(person, "shell.field.street")).hasValue("Hauptstr. 12");
      Assertions.assertThat(person.complaints()).isEmpty();
    }
  }

  /** What a busy page does: the calendar is drawn when somebody types in the next field already. */
  @Test
  void calendarThatIsDrawnLateTakesNoCursor() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.goTo("/contacts");
      person.page().keyboard().press("n");
      person.page().keyboard().press("d");
      assertThat(person.dialogButton("deal.save")).isVisible();
      person.settle();
      Locator day = person.dialog().locator("vaadin-date-picker");
      Locator owner = labelled(person, "deal.field.owner_id");
      day.evaluate(
          """
          async (picker, next) => {
            picker.inputElement.focus();
            picker.open();
            await picker.updateComplete;
            next.focus();
          }
          """,
          owner.elementHandle());
      assertThat(day).not().hasAttribute("opened", "");
      assertThat(owner).isFocused();

      day.locator("[part~=toggle-button]").click();
      assertThat(day).hasAttribute("opened", "");
      assertThat(day.locator("input")).isFocused();
      Assertions.assertThat(person.complaints()).isEmpty();
    }
  }

  @Test
  void phonesShowTheKeyboardThatAFieldNeeds() {
    try (Person person = Person.at(installation, PHONE)) {
      person.signIn();
      person.goTo("/contacts");
      person.button("contact.add").first().click();
      person.dialog().getByText(person.t("shell.field.phones.add")).click();
      person.dialog().getByText(person.t("shell.field.emails.add")).click();
      assertThat(person.field("shell.field.phone")).hasJSProperty("inputMode", "tel");
      assertThat(person.field("shell.field.email")).hasJSProperty("inputMode", "email");
      assertThat(person.field("shell.field.email")).hasJSProperty("autocapitalize", "none");
    }
  }

  /** "Luc Aerts" is looked for while the list is still on its way. */
  @Test
  void attendeesTypedFastAreTakenOrSaidToBeLost() {
    try (Person person = Person.at(installation, PHONE)) {
      person.signIn();
      person.goTo("/contacts");
      person.createContact("Luc", "Anfänger", "06 12 34 56 78");
      person.goTo("/activities");
      person.button("activity.add").first().click();
      person
          .dialog()
          .getByRole(
              AriaRole.RADIO,
              new Locator.GetByRoleOptions().setName(person.t("activity.kind.MEETING")))
          .check();
      Locator asked = person.dialog().getByLabel(person.t("activity.attendees.contacts"));
      asked.pressSequentially("anfanger luc");
      asked.press("Enter");
      Locator chip = person.dialog().locator("vaadin-multi-select-combo-box-chip:not([hidden])");
      assertThat(chip).hasCount(1);
      assertThat(chip).hasAttribute("title", "Luc Anfänger");
      assertThat(person.page().locator("vaadin-multi-select-combo-box[opened]")).hasCount(0);

      asked.pressSequentially("nobody at all");
      asked.press("Tab");
      assertThat(person.dialog()).containsText("« nobody at all » est introuvable");
      person.dialogButton("activity.save").click();
      assertThat(person.dialog()).isVisible();
      person.picture("attendee-lost");
      Assertions.assertThat(person.complaints()).isEmpty();
    }
  }

  @Test
  void backClosesWhatIsOpenAndNothingElse() {
    try (Person person = Person.at(installation, PHONE)) {
      person.signIn();
      person.goTo("/companies");
      person.goTo("/contacts");
      Locator sheet = person.page().locator(".shell-nav.open");
      person.page().locator(".shell-more").click();
      assertThat(sheet).hasCount(1);
      person.page().goBack();
      assertThat(sheet).hasCount(0);
      assertThat(person.page()).hasURL(Pattern.compile(".*/contacts"));

      person.button("contact.add").first().click();
      lastName(person).pressSequentially("Zurück");
      person.settle();
      person.page().goBack();
      assertThat(person.question()).hasCount(1);
      assertThat(person.page()).hasURL(Pattern.compile(".*/contacts"));
      person.question().getByText(person.t("shell.unsaved.stay")).click();
      assertThat(person.question()).hasCount(0);
      assertThat(lastName(person)).hasValue("Zurück");
      lastName(person).pressSequentially("!");
      person.page().keyboard().press("Escape"); // before the server heard of the sign
      person.question().getByText(person.t("shell.unsaved.stay")).click();
      assertThat(person.question()).hasCount(0);
      assertThat(lastName(person)).hasValue("Zurück!");
      person.page().goBack();
      person.answer("shell.unsaved.leave");
      assertThat(person.dialog()).hasCount(0);
      assertThat(person.page()).hasURL(Pattern.compile(".*/contacts"));

      person.page().goBack();
      assertThat(person.page()).hasURL(Pattern.compile(".*/companies"));
      Assertions.assertThat(person.complaints()).isEmpty();
    }
  }

  @Test
  void theAddressIsThereAgainAfterALock() {
    try (Person person = Person.at(installation, PHONE)) {
      person.signIn();
      person.page().locator(".user-menu-button").click();
      person.page().getByText(person.t("shell.user.lock"), exactly()).click();
      assertThat(person.field("account.email")).hasValue(Installation.EMAIL);
      assertThat(person.field("account.password")).hasValue("");
    }
  }

  private static Locator labelled(Person person, String key) {
    return person
        .dialog()
        .getByLabel(person.t(key), new Locator.GetByLabelOptions().setExact(true));
  }

  private static Locator lastName(Person person) {
    return person
        .dialog()
        .getByLabel(
            person.t("contact.field.last_name"), new Locator.GetByLabelOptions().setExact(true));
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static void type(Person person, Locator field, String text) {
    Locator input = field.locator("input");
    input.press("Control+a");
    input.press("Delete");
    input.pressSequentially(text);
    input.press("Enter");
    input.press("Tab");
    person.settle();
  }
}
