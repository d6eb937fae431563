package eu.rempart.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  /** Sources of the screens, where every key must stand as a literal. */
  private static final Path SOURCES = Path.of("main/java");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]++|\\\\.)*+)\"");

  /** What goes to {@code t(…)} as its first argument and is a whole key. */
  private static final Pattern CALL = Pattern.compile("\\bt\\(\\s*\"([^\"]+)\"\\s*[,)]");

  private final Catalogue catalogue = new Catalogue();

  @Test
  void frenchHasEveryTextThatEnglishHas() {
    assertThat(new TreeSet<>(catalogue.of(Locale.FRENCH).keySet()))
        .isEqualTo(new TreeSet<>(catalogue.of(Locale.ENGLISH).keySet()));
  }

  @Test
  void everyKeyThatAViewAsksForHasAText() {
    var asked =
        CALL.matcher(sources())
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    asked.removeAll(catalogue.of(Locale.ENGLISH).keySet());
    assertThat(asked).as("keys without a text in i18n/*.properties").isEmpty();
  }

  @Test
  void everyTextIsUsedBySomeView() {
    var literals =
        LITERAL
            .matcher(sources())
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    var unused = new TreeSet<>(catalogue.of(Locale.ENGLISH).keySet());
    unused.removeIf(key -> literals.contains(key) || startsWithLiteral(key, literals));
    unused.removeIf(CatalogueTest::namesPartOfARecord);
    assertThat(unused).as("texts that no source names").isEmpty();
  }

  @Test
  void everyTextWithArgumentsIsAPatternInBothLanguages() {
    for (var language : catalogue.getProvidedLocales()) {
      catalogue
          .of(language)
          .forEach(
              (key, text) -> {
                if (text.contains("{0")) {
                  assertThat(new MessageFormat(text, language).format(new Object[] {2, 3, 4, 5}))
                      .as(key)
                      .doesNotContain("{");
                }
              });
    }
  }

  @Test
  void fillsInNumbersAsTheLanguageWritesThem() {
    assertThat(catalogue.getTranslation("shell.list.count", Locale.ENGLISH, 12_345))
        .isEqualTo("12,345 records");
    assertThat(catalogue.getTranslation("shell.list.count", Locale.FRENCH, 12_345))
        .isEqualTo("12\u00a0345 fiches");
    assertThat(catalogue.getTranslation("shell.list.count", Locale.FRENCH, 1)).isEqualTo("1 fiche");
  }

  @Test
  void readsAnUnknownLanguageAsEnglish() {
    assertThat(catalogue.getTranslation("shell.close", Locale.ITALIAN)).isEqualTo("Close");
    assertThat(catalogue.getTranslation("shell.close", Locale.CANADA_FRENCH)).isEqualTo("Fermer");
  }

  @Test
  void readsABegunLanguageWhereItHasTheText() {
    assertThat(catalogue.getTranslation("shell.close", Locale.GERMANY)).isEqualTo("Schließen");
    assertThat(catalogue.getTranslation("shell.close", Locale.of("nl", "BE"))).isEqualTo("Sluiten");
  }

  @Test
  void offersOnlyCompleteLanguages() {
    assertThat(catalogue.getProvidedLocales())
        .containsExactly(Locale.ENGLISH, Locale.FRENCH)
        .doesNotContainAnyElementsOf(Catalogue.begun());
  }

  /** The history panel and the bin put these together; see RecordKind. */
  private static boolean namesPartOfARecord(String key) {
    return KeptTables.all().stream()
        .map(KeptTable::name)
        .anyMatch(name -> key.equals(name + ".kind") || key.startsWith(name + ".field."));
  }

  /** A key may be put together from a literal that ends with a dot and the name of a constant. */
  private static boolean startsWithLiteral(String key, Set<String> literals) {
    var dot = key.lastIndexOf('.');
    while (dot > 0) {
      if (literals.contains(key.substring(0, dot + 1))) {
        return true;
      }
      dot = key.lastIndexOf('.', dot - 1);
    }
    return false;
  }

  private static String sources() {
    try (var files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(CatalogueTest::read)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
