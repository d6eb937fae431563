package eu.rempart.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.search.order.SearchPage;
import eu.rempart.search.question.Duplicate;
import eu.rempart.search.question.SearchQuery;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchTextTest {

  private final People people = new People();
  private final UUID helene =
      people.put(
          People.person("Lefèvre, Hélène")
              .with(People.COMPANY, "Œuvres Réunies")
              .with(People.EMAIL, "h.lefevre@oeuvres.example")
              .with(People.PHONE, "+33612345678"));
  private final UUID jurgen =
      people.put(
          People.person("Groß, Jürgen")
              .with(People.COMPANY, "Straßenbau Müller GmbH")
              .with(People.EMAIL, "juergen.gross@mueller.example")
              .with(People.EMAIL, "privat@gross.example")
              .with(People.PHONE, "+4915112345670"));
  private final UUID stefan =
      people.put(
          People.person("Țăran, Ștefan")
              .with(People.COMPANY, "Carpați SRL")
              .with(People.PHONE, "+40721000999"));
  private final UUID goldstein =
      people.put(People.person("Goldstein, Ada").with(People.COMPANY, "Quartz 75001"));
  private OpenIndex index = OpenIndex.building(people);

  @BeforeEach
  void open() {
    index.awaitReady();
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void theFirstLetterOfAnyWordFinds() {
    assertThat(index.find("h")).containsExactly(helene);
    assertThat(index.find("g")).containsExactlyInAnyOrder(goldstein, jurgen);
    assertThat(index.find("LE")).containsExactly(helene);
  }

  @Test
  void accentsCaseAndLigaturesDoNotCount() {
    assertThat(index.find("helene lefevre")).containsExactly(helene);
    assertThat(index.find("HÉLÈNE")).containsExactly(helene);
    assertThat(index.find("oeuvres")).containsExactly(helene);
    assertThat(index.find("œuvres")).containsExactly(helene);
    assertThat(index.find("gross")).containsExactly(jurgen);
    assertThat(index.find("strassenbau")).containsExactly(jurgen);
    assertThat(index.find("stefan taran")).containsExactly(stefan);
    assertThat(index.find("carpaţi")).containsExactly(stefan);
  }

  @Test
  void umlautsAreFoundAsPeopleSpellThemOut() {
    assertThat(index.find("mueller juergen")).containsExactly(jurgen);
    assertThat(index.find("muller jurgen")).containsExactly(jurgen);
  }

  @Test
  void otherScriptsAreWordsToo() {
    UUID cyrillic = index.add(People.person("Достоевский Фёдор"));
    UUID greek = index.add(People.person("Παπαδόπουλος Γιώργος"));
    assertThat(index.find("федор")).containsExactly(cyrillic);
    assertThat(index.find("стоев")).containsExactly(cyrillic);
    assertThat(index.find("ΠΑΠΑΔΟΠΟΥΛΟΣ")).containsExactly(greek);
  }

  @Test
  void everyWordMustBeFoundInSomeField() {
    assertThat(index.find("gross mueller")).containsExactly(jurgen);
    assertThat(index.find("gross carpati")).isEmpty();
  }

  @Test
  void theInsideOfAWordIsFoundFromThreeLettersOn() {
    assertThat(index.find("stein")).containsExactly(goldstein);
    assertThat(index.find("dst")).containsExactly(goldstein);
    assertThat(index.find("ds")).isEmpty();
  }

  @Test
  void aWordIsNotFoundAcrossTheBorderOfTwoWords() {
    assertThat(index.find("vrehel")).isEmpty();
    assertThat(index.find("steinada")).isEmpty();
  }

  @Test
  void emailsAreFoundWholeAndInPart() {
    assertThat(index.find("h.lefevre@oeuvres.example")).containsExactly(helene);
    assertThat(index.find("JUERGEN.GROSS@mueller")).containsExactly(jurgen);
    assertThat(index.find("privat@g")).containsExactly(jurgen);
    assertThat(index.find("@mueller.example")).containsExactly(jurgen);
    assertThat(index.find("gross@gross.example")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "06 12 34",
        "0612345678",
        "+33 6 12 34 56 78",
        "+33 (0)6 12 34 56 78",
        "0033612345678",
        "06.12.34.56.78",
        "06-12-34",
        "612345",
        "5678",
        "678",
        "061"
      })
  void phonesAreFoundInAnyNotation(String typed) {
    assertThat(index.find(typed)).contains(helene).doesNotContain(stefan);
  }

  @ParameterizedTest
  @CsvSource({
    "+33612345678, 06 12 34 56 78",
    "06 12 34 56 78, +33612345678",
    "06.12.34.56.78, 0033 6 12 34 56 78",
    "+32475112233, 0475/11.22.33",
    "0475/11.22.33, +32 475 11 22 33",
    "02 511 00 00, 003225110000",
    "+4915112345678, 0151 12345678",
    "+4915112345678, +49 (0)151 12345678",
    "+4915112345678, +49 0151 1234 5678",
    "0151-12345678, 0049 151 12345678",
    "00 49 151 12345678, +4915112345678",
    "0049 151 12345678, 0151 12345678",
    "+40721000998, 0721 000 998",
    "0721 000 998, 0040721000998",
    "0721000998, 40721000998",
    "+390612345678, 06 1234 5678",
    "+352621123456, 621 123 456"
  })
  void aWholeNumberIsFoundHoweverItWasKeptAndTyped(String kept, String typed) {
    UUID id = people.put(People.person("Kept").with(People.PHONE, kept));
    index.index.changed("person", List.of(id));
    assertThat(index.find(typed)).contains(id).doesNotContain(stefan);
  }

  @Test
  void digitsFindNumbersInWordsToo() {
    assertThat(index.find("75001")).containsExactly(goldstein);
    assertThat(index.find("quartz 75")).containsExactly(goldstein);
  }

  @Test
  void oneTypoIsForgivenWhenNothingElseIsFound() {
    SearchPage page = index.index.page(SearchQuery.all("person").text("godlstein ada"), 0, 10);
    assertThat(page.ids()).containsExactly(goldstein);
    assertThat(page.similar()).isTrue();
    assertThat(index.find("jurgn")).containsExactly(jurgen);
    assertThat(index.find("xoldstein")).containsExactly(goldstein);
    assertThat(index.find("goldstein")).containsExactly(goldstein);
    assertThat(index.find("qoldsteim")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t \u00a0\n", "\u2003"})
  void blankTextFindsEverything(String blank) {
    assertThat(index.find(blank)).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "?",
        "~",
        "\"",
        "AND OR NOT ~~",
        "name:*",
        "(((",
        "[* TO *]",
        "\\",
        "/.*/",
        "^",
        "$",
        "@",
        "@@@@",
        "a@",
        "+",
        "-",
        "00",
        "+()",
        "\0",
        "\ud800",
        "'; DROP TABLE contact; --",
        "𝕳",
        "🙂"
      })
  void hostileTextIsOnlyText(String hostile) {
    assertThat(index.find(hostile)).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void veryLongTextIsCut() {
    assertThat(index.find("a".repeat(10_000))).isEmpty();
    assertThat(index.find("gold ".repeat(2_000))).containsExactly(goldstein);
    assertThat(index.find("x y z ".repeat(2_000))).isEmpty();
  }

  @Test
  void veryLongValuesAreKeptInBounds() {
    UUID id =
        index.add(
            People.person("Long " + "é".repeat(100_000)).with(People.TAG, "t".repeat(40_000)));
    assertThat(index.find("long")).containsExactly(id);
  }

  @Test
  void theBeginningsOfNamesComeFirstEverywhere() {
    UUID steiner = index.add(People.person("Steiner, Zoé"));
    assertThat(index.index.everywhere("stein", 5))
        .containsEntry("person", List.of(steiner, goldstein));
    assertThat(index.index.everywhere(" ", 5)).isEmpty();
  }

  @Test
  void likelyDuplicatesSayWhy() {
    assertThat(
            index.index.likelyDuplicates(
                "person",
                "Ada Goldstien",
                List.of("PRIVAT@gross.example"),
                List.of("+33 6 12 34 56 78"),
                5))
        .containsExactlyInAnyOrder(
            new Duplicate(jurgen, java.util.Set.of(Duplicate.Reason.EMAIL)),
            new Duplicate(helene, java.util.Set.of(Duplicate.Reason.PHONE)),
            new Duplicate(goldstein, java.util.Set.of(Duplicate.Reason.NAME)));
    assertThat(index.index.likelyDuplicates("person", "", List.of(), List.of("12"), 5)).isEmpty();
  }
}
