package eu.rempart.journey.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Lights;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import eu.rempart.journey.Wizard;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file of which not everything can be taken as it is, and what the person is told of it. */
class ImportReasonsIT {

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#pocket")
  void everyRowThatIsNotSimplyCreatedSaysWhy(Way way) throws Exception {
    String name = "Raison" + way.toString().replace("-", "");
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      Wizard wizard = new Wizard(person);
      wizard.bring(file(name));
      inBothLights(person, "reasons-found");
      wizard.next();
      inBothLights(person, "reasons-mapping");
      wizard.next();
      wizard.awaitPreview();
      person.sees(person.t("exchange.outcome.created_beside"));
      person.sees(person.t("exchange.outcome.twice_in_file"));
      inBothLights(person, "reasons-preview");
      person.main().locator("vaadin-grid").scrollIntoViewIfNeeded();
      inBothLights(person, "reasons-rows");
      wizard.start();
      wizard.awaitState(person.t("exchange.run.done"));
      inBothLights(person, "reasons-end");

      Download download =
          person
              .page()
              .waitForDownload(
                  () ->
                      person
                          .page()
                          .getByText(person.t("exchange.errors.download"))
                          .first()
                          .click());
      assertThat(download.suggestedFilename()).isEqualTo(person.t("exchange.errors.file") + ".csv");
      char between = way.language().equals(Locale.FRENCH) ? ';' : ',';
      assertThat(Files.readString(download.path(), StandardCharsets.UTF_8).lines().toList())
          .hasSize(5)
          .anyMatch(line -> line.startsWith("\uFEFF" + "First name" + between))
          .anyMatch(line -> line.contains(person.t("exchange.outcome.created_beside")))
          .anyMatch(line -> line.contains(person.t("exchange.outcome.twice_in_file")))
          .anyMatch(line -> line.contains(person.t("exchange.problem.row_too_long")))
          .anyMatch(line -> line.contains(person.t("exchange.problem.name_missing")));
      assertThat(person.complaints()).isEmpty();
    }
  }

  private static FilePayload file(String name) {
    String info = "info@" + name.toLowerCase(Locale.ROOT) + ".example";
    String lines =
        """
        First name,Last name,E-mail,Phone,City,Birthday
        Jean,%1$s,%2$s,+33 1 70 18 99 11,Lyon,07/03/1980
        Marie,%1$s-Martin,%2$s,3.36E+10,Lyon,31/02/1980
        J.,%1$s,%2$s,,Lyon,
        Max,de,%1$s,max@%1$s.example,+33 1 70 18 99 12,Lille,,too much
        ,,,,Nîmes,
        """
            .formatted(name, info);
    return new FilePayload(name + ".csv", "text/csv", lines.getBytes(StandardCharsets.UTF_8));
  }

  private static void inBothLights(Person person, String name) {
    person.picture(name);
    Lights.show(person.page(), ColorScheme.DARK);
    person.picture(name + "-dark");
    Lights.show(person.page(), ColorScheme.LIGHT);
  }
}
