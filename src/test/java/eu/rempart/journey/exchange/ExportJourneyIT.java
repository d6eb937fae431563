package eu.rempart.journey.exchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import eu.rempart.journey.Wizard;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody takes the shown list out, as a browser saves it. */
class ExportJourneyIT {

  private static final String ENGLISH =
      "First name,Last name,Company,Job title,Email,Phone,City,Changed,Rempart ID";
  private static final String FRENCH =
      "Prénom;Nom;Société;Fonction;E-mail;Téléphone;Ville;Modifié;Rempart ID";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern MOMENT = Pattern.compile("20\\d\\d-[0-9-]{5}T[0-9:]{8}Z");

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#pocket")
  void theShownListIsSavedAsTableAndAsCards(Way way) throws Exception {
    String family = "Exportova" + way.toString().replace("-", "");
    String mail = family.toLowerCase(Locale.ROOT) + "@example.org";
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      Wizard wizard = new Wizard(person);
      wizard.run(
          Wizard.file(
              family,
              """
              Zoé,%1$s,zoe.%2$s,+33 1 70 18 99 11
              "=HYPERLINK(""http://x.example"")",%1$s,formula.%2$s,+33 1 70 18 99 12\
              """
                  .formatted(family, mail)));
      wizard.awaitState(person.t("exchange.run.done"));
      person.open("/contacts");
      person.search(family);
      assertThat(person.record(family)).hasCount(2);
      person.settle();

      boolean french = way.language().equals(Locale.FRENCH);
      Download table =
          saved(person, french ? "exchange.export.csv.semicolon" : "exchange.export.csv.comma");
      assertThat(table.suggestedFilename()).isEqualTo("contacts.csv");
      char delimiter = french ? ';' : ',';
      assertThat(rows(text(table)))
          .containsExactly(
              "\uFEFF" + (french ? FRENCH : ENGLISH),
              "\"'=HYPERLINK(\"\"http://x.example\"\")\";%s;;;formula.%s;+33170189912;;<then>;<id>"
                  .formatted(family, mail)
                  .replace(';', delimiter),
              "Zoé;%s;;;zoe.%s;+33170189911;;<then>;<id>"
                  .formatted(family, mail)
                  .replace(';', delimiter));

      for (String format : List.of("exchange.export.cards", "exchange.export.cards.older")) {
        Download cards = saved(person, format);
        assertThat(cards.suggestedFilename()).isEqualTo("contacts.vcf");
        assertThat(rows(text(cards)))
            .containsSubsequence(
                "BEGIN:VCARD",
                "FN:=HYPERLINK(\"http://x.example\") " + family,
                "END:VCARD",
                "BEGIN:VCARD",
                "FN:Zoé " + family,
                "END:VCARD")
            .anyMatch(line -> line.startsWith("N:%s;Zoé".formatted(family)))
            .anyMatch(line -> line.startsWith("EMAIL") && line.endsWith(":zoe." + mail))
            .anyMatch(line -> line.startsWith("TEL") && line.contains("+33170189911"));
      }
      assertThat(person.complaints()).isEmpty();
    }
  }

  /** Lines as both formats end them, with the moments and ids in them made out. */
  private static List<String> rows(String file) {
    assertThat(file).endsWith("\r\n");
    String moments = MOMENT.matcher(file).replaceAll("<then>");
    return ID.matcher(moments).replaceAll("<id>").lines().toList();
  }

  private static String text(Download download) throws Exception {
    return Files.readString(download.path(), StandardCharsets.UTF_8);
  }

  private static Download saved(Person person, String format) {
    item(person, "shell.list.export").click();
    assertThat(item(person, format)).not().hasCSS("font-size", "0px"); // the words can be read
    person.picture("export");
    return person.page().waitForDownload(() -> item(person, format).click());
  }

  private static Locator item(Person person, String key) {
    return person
        .page()
        .getByRole(
            AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(person.t(key)).setExact(true));
  }
}
