package eu.rempart.journey.exchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import eu.rempart.journey.Wizard;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An address book is brought in, found, and taken back. */
class ImportJourneyIT {

  private final Installation installation = Installation.shared();

  /** The file that people get from Google's address book. */
  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#desk")
  void anImportIsForeseenSeenFoundAndUndone(Way way) throws Exception {
    String lastName = "Lefevre" + way.toString().replace("-", "");
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      Wizard wizard = new Wizard(person);
      wizard.bring(google(lastName));
      person.sees(person.t("exchange.found.source", person.t("exchange.source.google")));
      wizard.next();
      wizard.next();
      wizard.awaitPreview();
      person.sees("Élodie Marie " + lastName);
      String foreseen = counts(person, ".import-preview");
      person.picture("import-preview");
      wizard.start();
      wizard.awaitState(person.t("exchange.run.done"));
      assertThat(counts(person, ".import-running")).isEqualTo(foreseen);
      person.picture("imported");

      person.open("/contacts");
      person.search(lastName);
      person.openRecord("Élodie Marie " + lastName);
      person.sees("12 34 56 78");

      person.open("/import");
      person.button("exchange.undo").first().click();
      person.answer("exchange.undo");
      wizard.awaitUndone();

      person.open("/contacts");
      person.search(lastName);
      assertThat(person.page().getByText(person.t("shell.list.nothing.title")).first()).isVisible();
      assertThat(person.record(lastName)).hasCount(0);
      assertThat(person.complaints()).isEmpty();
    }
  }

  private static String counts(Person person, String part) {
    Locator counts = person.main().locator(part + " .import-counts");
    return counts.innerText();
  }

  /** The sample with another name, so that nothing of it is there yet. */
  private static FilePayload google(String lastName) throws Exception {
    try (var in =
        Objects.requireNonNull(ImportJourneyIT.class.getResourceAsStream("/import/google.csv"))) {
      String sample = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String mine = sample.replace("Lefèvre", lastName).replace(".example", "." + lastName);
      return new FilePayload("contacts.csv", "text/csv", mine.getBytes(StandardCharsets.UTF_8));
    }
  }
}
