package eu.rempart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.edge.ui.EdgeNavigation;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People can type: every key, in every field of every view, and in the dialogs that lie behind one
 * click. A field shows what was pressed, no key opens, leaves or changes anything else.
 */
class TypingIT {

  /** Pages before sign-in. */
  private static final List<String> DOORS = List.of("/login", "/invitation", "/recover");

  /** Lists, of each of which one record is opened. */
  private static final List<String> RECORDS =
      List.of("/contacts", "/companies", "/deals/list", "/activities", "/quotes");

  /** Buttons that open something to write in, and do nothing yet. */
  private static final Pattern OPENS =
      Pattern.compile(
          "^\\s*(Add|New|Edit|Invite|Write|Allow|Enter|Change|Lose|Empty|Make|Create|Link|\\d+ cond"
              + "|Ajouter|Nouve|Modifier|Inviter|Écrire|Autoriser|Perd|Vider|Créer|Lier)\\b"
              + "(?! (photo|files|la photo|des fichiers))");

  /** Buttons of a dialog that show one more field in it. */
  private static final Pattern ONE_MORE = Pattern.compile("^\\s*(Add|Ajouter)\\b");

  private static final int MOST_BUTTONS = 12;

  private final Installation installation = Installation.shared();
  private final List<String> wrong = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  static Stream<Way> ways() {
    return Way.two();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void everyKeyIsTypedAndDoesNothingElse(Way way) {
    try (Person person = Person.at(installation, way)) {
      for (String path : DOORS) {
        person.open(path);
        type(person, path);
      }
      person.signIn();
      for (String path : Routes.all()) {
        // a phone shows the same fields: there the doors and records, which people type most into
        if (!path.contains(":") && !DOORS.contains(path) && !way.phone()) {
          view(person, path);
        }
      }
      RECORDS.forEach(list -> record(person, list));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void keysAloneAddChangeAndSaveARecord() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      Keyboard keys = person.page().keyboard();
      keys.press("n");
      keys.press("c");
      assertThat(person.dialogButton("contact.save")).isVisible();
      person.settle();
      assertThat(field(person, "contact.field.first_name")).isFocused();
      keys.type("Nelly");
      keys.press("Tab");
      keys.type("Keene");
      keys.press("Enter");
      assertThat(person.heading()).hasText("Nelly Keene");

      assertThat(person.dialog()).hasCount(0); // over a page nothing is edited
      keys.press("e");
      assertThat(person.dialogButton("contact.save")).isVisible();
      person.settle();
      Person.type(field(person, "contact.field.last_name"), "Keener");
      Locator salutation = person.dialog().getByRole(AriaRole.COMBOBOX).first();
      salutation.press("ArrowDown");
      assertThat(person.page().getByRole(AriaRole.OPTION).first()).isVisible();
      salutation.press("Enter"); // takes what the list offers, and saves nothing
      assertThat(person.page().getByRole(AriaRole.OPTION)).hasCount(0);
      assertThat(person.dialog()).isVisible();
      salutation.press("ControlOrMeta+Enter");
      assertThat(person.heading()).hasText("Nelly Keener");

      keys.press("ControlOrMeta+k");
      assertThat(person.page().locator(".search-command").first()).isVisible();
      keys.type("new deal");
      assertThat(person.page().locator(".search-command")).hasCount(1);
      assertThat(person.page().locator(".search-command")).containsText(person.t("deal.add"));
      person.settle();
      keys.press("Enter");
      assertThat(person.dialogButton("deal.save")).isVisible();
    }
  }

  /** Who closes a form goes on before the server has heard of it. */
  @Test
  void keysAreHeardAsSoonAsADialogIsClosed() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      Keyboard keys = person.page().keyboard();
      keys.press("n");
      keys.press("c");
      assertThat(person.dialogButton("contact.save")).isVisible();
      person.settle();
      List<Route> held = new ArrayList<>();
      person.page().route(url -> url.contains("v-r=uidl"), held::add);
      keys.press("Escape");
      // the first asks whether it may close, and nobody has heard yet that it did
      person.page().waitForCondition(() -> !held.isEmpty());
      held.removeFirst().resume();
      assertThat(person.dialog()).hasCount(0);
      keys.press("n");
      keys.press("d");
      person.page().unrouteAll();
      held.forEach(Route::resume);
      assertThat(person.dialogButton("deal.save")).isVisible();
    }
  }

  @Test
  void tabLeavesAGroupOfRadioButtons() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      Keyboard keys = person.page().keyboard();
      keys.press("n");
      keys.press("a");
      assertThat(person.dialogButton("activity.save")).isVisible();
      Locator call =
          person
              .dialog()
              .getByRole(
                  AriaRole.RADIO,
                  new Locator.GetByRoleOptions().setName(person.t("activity.kind.CALL")));
      call.press("Space");
      // what the kind brings lies behind the next stop, however late or soon it is there
      assertThat(person.dialog().getByLabel(person.t("activity.form.call.done"))).isVisible();
      keys.press("Tab");
      keys.type("Call Zoë back");
      assertThat(field(person, "activity.field.subject")).hasValue("Call Zoë back");
      assertThat(call).isChecked();
    }
  }

  /** A form that began in its second field. */
  @Test
  void clickBesideFieldsGoesToNoneOfThem() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      Keyboard keys = person.page().keyboard();
      keys.press("n");
      keys.press("c");
      assertThat(person.dialogButton("contact.save")).isVisible();
      person.settle();
      assertThat(field(person, "contact.field.first_name")).isFocused();
      keys.type("Nelly");
      person.dialog().getByRole(AriaRole.HEADING).first().click();
      keys.type("x");
      assertThat(field(person, "contact.field.first_name")).hasValue("Nelly");
      assertThat(person.dialog().getByRole(AriaRole.COMBOBOX).first()).hasValue("");
    }
  }

  private static Locator field(Person person, String key) {
    return person
        .dialog()
        .getByLabel(person.t(key), new Locator.GetByLabelOptions().setExact(true));
  }

  private void view(Person person, String path) {
    person.open(path);
    if (!URI.create(person.page().url()).getPath().equals(path)) {
      return; // a page of those who are not signed in
    }
    findsAnywhere(person, path);
    type(person, path);
    dialogs(person, "view", path);
  }

  /** The contract: every page of somebody who is signed in has this box, whatever it is called. */
  private void findsAnywhere(Person person, String path) {
    Locator box =
        person
            .page()
            .getByRole(
                AriaRole.TEXTBOX,
                new Page.GetByRoleOptions().setName(person.t("shell.search")).setExact(true));
    if (box.count() != 1 && !path.equals("/" + EdgeNavigation.WALL)) { // hangs out of reach
      wrong.add(person.way() + " " + path + ": has " + box.count() + " boxes to find anything");
    }
  }

  /** The page of the first record of a list, tab by tab; each is opened anew. */
  private void record(Person person, String list) {
    person.open(list);
    Locator link = person.page().locator("a.record-title:visible, a.record-card:visible").first();
    assertThat(link).isVisible();
    String path = "/" + link.getAttribute("href");
    String name = list + " record";
    int tabs = 1;
    for (int tab = 0; tab < tabs; tab++) {
      person.open(path);
      findsAnywhere(person, path);
      Locator all = person.main().getByRole(AriaRole.TAB);
      assertThat(all.first()).isVisible();
      tabs = all.count();
      all.nth(tab).click();
      person.settle();
      type(person, name);
      dialogs(person, "record", name);
    }
  }

  /** What the buttons of a page open, which close again without a trace. */
  private void dialogs(Person person, String kind, String where) {
    if (person.way().phone() && !kind.equals("record")) {
      return; // the same dialogs, and pages that have no keys of their own
    }
    Locator buttons =
        person.main().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(OPENS));
    List<String> names = buttons.allInnerTexts();
    for (int at = 0; at < Math.min(MOST_BUTTONS, names.size()); at++) {
      String name = names.get(at).strip();
      if (buttons.count() <= at || !buttons.nth(at).isVisible() || !buttons.nth(at).isEnabled()) {
        continue;
      }
      if (!seen.add(person.way() + where + " → " + name)) {
        continue;
      }
      buttons.nth(at).click();
      person.settle();
      if (isOver(person)) {
        String title = kind + ": " + over(person).getAttribute("aria-label");
        if (seen.add(person.way() + title)) {
          more(person);
          type(person, title);
        }
        leave(person);
      } else {
        type(person, where);
      }
    }
  }

  private static boolean isOver(Person person) {
    return over(person).count() > 0;
  }

  private static Locator over(Person person) {
    return person.page().locator("vaadin-dialog[opened]").last();
  }

  private static void more(Person person) {
    Locator buttons =
        over(person).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(ONE_MORE));
    for (int at = 0; at < buttons.count(); at++) {
      boolean opens = buttons.nth(at).locator("xpath=ancestor::*[@slot='footer']").count() > 0;
      if (!opens && buttons.nth(at).isVisible()) {
        buttons.nth(at).click();
        person.settle();
      }
    }
  }

  private static void leave(Person person) {
    over(person).locator("[slot=footer] vaadin-button").first().click();
    person.settle();
    Locator leave = person.button("shell.unsaved.leave");
    if (leave.count() > 0) {
      leave.click();
    }
    assertThat(over(person)).hasCount(0);
  }

  private void type(Person person, String where) {
    person.settle();
    wrong.addAll(new TypedFields(person, seen).typeIntoAll(person.way() + " " + where));
  }
}
