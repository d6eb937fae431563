package eu.rempart.journey.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Looks;
import eu.rempart.journey.Person;
import java.util.regex.Pattern;

/** What an administrator says on the screen of the watch, looking at each dialog. */
final class WatchDesk {

  private final Person person;

  WatchDesk(Person person) {
    this.person = person;
  }

  /** Watches whether somebody listens on a port of this machine; a single failure is an outage. */
  void watch(String name, int port) {
    person.open("/watch");
    person.button("watch.check.new").click();
    choose("watch.field.kind", person.t("watch.kind.server"));
    fill("watch.field.name", name);
    fill("watch.field.host", "127.0.0.1");
    fill("watch.field.port", Integer.toString(port));
    choose("watch.field.period", person.t("watch.length.seconds", 10));
    fill("watch.field.fail-after", "1");
    fill("watch.field.recover-after", "1");
    field("watch.field.shown").check();
    Looks.at(person, "watch-check");
    person.dialogButton("watch.check.save").click();
    person.isTold(person.t("watch.check.saved"));
    assertThat(person.dialog()).hasCount(0);
  }

  /** Plans work of the next hour. */
  void plan(String what, String check) {
    person.button("watch.maintenance.plan").click();
    fill("watch.maintenance.what", what);
    choose("watch.maintenance.of", check);
    Looks.at(person, "watch-maintenance");
    person.dialogButton("watch.maintenance.save").click();
    person.isTold(person.t("watch.maintenance.saved"));
    person.sees(what);
  }

  /** Gets a code for an agent in Brazil, which nobody gets to see again. */
  void admit() {
    person.button("probe.code.make").click();
    choose("probe.code.zone", person.t("watch.zone.BR"));
    person.dialogButton("probe.code.go").click();
    assertThat(field("probe.code.command"))
        .hasValue(
            Pattern.compile("^\\./rempart probe --zone BR --server https://.+ --code .{20,}$"));
    Looks.at(person, "watch-code");
    person.dialogButton("shell.close").click();
    assertThat(person.dialog()).hasCount(0);
    assertThat(person.page().getByText("--code")).hasCount(0);
  }

  /** Nobody touches the page meanwhile. */
  void seesDown(String check) {
    assertThat(
            line(check)
                .first()
                .getByText(
                    person.t("watch.stage.down"), new Locator.GetByTextOptions().setExact(true)))
        .isVisible();
  }

  /** Tells the public something. */
  void note(String check, String words) {
    person.button("watch.note.add.of", check).click();
    fill("watch.note.words", words);
    Looks.at(person, "watch-note");
    person.dialogButton("watch.note.add").click();
    person.isTold(person.t("watch.note.added"));
    person.sees(words);
    Looks.fits(person.page());
    Looks.at(person, "watch");
  }

  /** Calls off the work, and watches it no longer. */
  void leave(String what, String check) {
    person.open("/watch");
    person.button("watch.maintenance.end.of", person.t("watch.maintenance.cancel"), what).click();
    person.isTold(person.t("watch.maintenance.ended"));
    person.button("watch.check.retire.of", check).click();
    person.answer("watch.check.retire");
    person.isTold(person.t("watch.check.retired"));
  }

  private Locator line(String check) {
    return person.main().locator("li").filter(new Locator.FilterOptions().setHasText(check));
  }

  private Locator field(String key) {
    return person
        .dialog()
        .getByLabel(person.t(key), new Locator.GetByLabelOptions().setExact(true))
        .first();
  }

  private void fill(String key, String value) {
    Person.type(field(key), value);
  }

  private void choose(String key, String option) {
    choose(person, key, option);
  }

  /** Picks one of a list in the dialog that is open. */
  static void choose(Person person, String key, String option) {
    person.dialog().getByLabel(person.t(key)).first().click();
    person
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .click();
  }
}
