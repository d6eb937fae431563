package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Records;
import eu.rempart.journey.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A note is written, marked, changed, pinned, archived and brought back, on a record's timeline.
 */
class NoteJourneyIT {

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#pocket")
  void aNoteIsWrittenAndComesBackFromTheBin(Way way) {
    String lastName = "Memory" + way.toString().replace("-", "");
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.createContact("Anna", lastName, "");
      person.tab("timeline.tab").click();
      person.button("note.write").click();
      Locator text = text(person);
      assertThat(text).isFocused();
      write(person, text);
      person.picture("note-writing");
      text.press("Control+Enter");
      person.isTold(person.t("note.saved"));
      Locator note = person.main().locator(".note-card");
      assertThat(note.locator("strong")).hasText("mornings");
      assertThat(note.locator("li")).hasCount(2);
      assertThat(note.locator(".rich-mention")).hasCount(1);
      assertThat(note.locator("a")).hasAttribute("href", "https://firm.example/plan");
      person.picture("timeline");

      person.button("note.edit").click();
      text(person).press("Control+End");
      text(person).pressSequentially(" and ferries");
      person.button("note.save").click();
      assertThat(note.getByText("ferries")).isVisible();
      person.button("note.pin").click();
      assertThat(person.main().locator(".timeline-pinned .note-card")).hasCount(1);
      person.picture("timeline-pinned");
      person.button("history.timeline.changes").click();
      assertThat(note).hasCount(0);
      person.button("timeline.all").click();

      person.button("note.archive").click();
      person.isTold(person.t("note.archived"));
      assertThat(note).hasCount(0);
      String page = person.page().url();
      Records.chooseInBin(person, "Call in the mornings " + lastName);
      person.button("archive.restore").first().click();
      person.dialogButton("archive.restore").click();
      person.isTold(person.t("archive.restore.done", 1));
      person.page().navigate(page);
      assertThat(note.getByText("ferries")).isVisible();
      person.button("note.history").click();
      assertThat(person.dialog().locator(".history-event").first()).isVisible();
      person.picture("note-history");
      assertThat(person.complaints()).isEmpty();
    }
  }

  private static Locator text(Person person) {
    return person
        .main()
        .getByRole(
            AriaRole.TEXTBOX,
            new Locator.GetByRoleOptions().setName(person.t("note.field.body")).setExact(true));
  }

  private static void write(Person person, Locator text) {
    text.pressSequentially("Call in the ");
    person.button("shell.rich.strong").click();
    text.pressSequentially("mornings");
    person.button("shell.rich.strong").click();
    text.pressSequentially(" Memory" + person.way().toString().replace("-", "") + " @");
    assertThat(person.main().getByRole(AriaRole.OPTION).first()).isVisible();
    text.press("Enter");
    assertThat(text.locator(".rich-mention")).hasCount(1);
    text.press("Enter");
    text.pressSequentially("- trains");
    text.press("Enter");
    text.pressSequentially("boats ");
    person.button("shell.rich.link").click();
    Locator address = person.field("shell.rich.address");
    Person.type(address, "javascript:alert(1)");
    address.press("Enter");
    assertThat(address).hasAttribute("aria-invalid", "true");
    Person.type(address, "firm.example/plan");
    address.press("Enter");
    assertThat(text.locator("a")).hasText("firm.example/plan");
  }
}
