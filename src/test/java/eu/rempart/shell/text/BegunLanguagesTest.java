package eu.rempart.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Languages that are begun may lack texts, but have none that is wrong, and lose no room that they
 * had.
 */
class BegunLanguagesTest {

  private static final Path FILES = Path.of("main/resources/i18n");
  private static final Path REPORTS = Path.of("target");

  /**
   * Rooms of which every text is translated, by language. Rooms are added here and not taken out:
   * whoever adds an English text to one of them adds the other languages' too. {@code
   * target/missing-texts-LANGUAGE.txt} has what the other rooms lack.
   */
  private static final Map<String, String> TRANSLATED =
      Map.of(
          "de",
          """
          account activity alert alert-channel archive authority backups bulk company contact customfield
          dashboard deal document duplicate edge edge-screens exchange history metrics note notice places presence privacy
          probe recall savedview shell shell-record sites tag team timeline today vault watch
          """,
          "nl",
          """
          account activity alert alert-channel archive backups bulk company contact customfield dashboard
          deal document duplicate edge edge-screens exchange history metrics note notice places presence privacy probe
          recall savedview shell shell-record sites tag team timeline today vault watch
          """);

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  private final Catalogue catalogue = new Catalogue();

  static Iterable<Locale> languages() {
    return Catalogue.begun();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void hasNoTextThatEnglishHasNot(Locale language) {
    for (var room : rooms()) {
      assertThat(texts(room, language).keySet())
          .as("%s_%s.properties", room, language)
          .isSubsetOf(texts(room, Locale.ENGLISH).keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void takesTheArgumentsThatEnglishTakes(Locale language) {
    var english = catalogue.of(Locale.ENGLISH);
    catalogue
        .of(language)
        .forEach(
            (key, text) ->
                assertThat(arguments(text))
                    .as("arguments of %s in %s", key, language)
                    .isEqualTo(arguments(english.getOrDefault(key, ""))));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void fillsInEveryPattern(Locale language) {
    var none = new Object[] {0, 0, 0, 0, 0};
    var one = new Object[] {1, 1, 1, 1, 1};
    var many = new Object[] {2, 3, 4, 5, 6};
    catalogue
        .of(language)
        .forEach(
            (key, text) -> {
              if (!arguments(text).isEmpty()) {
                for (var numbers : new Object[][] {none, one, many}) {
                  assertThat(new MessageFormat(text, language).format(numbers))
                      .as("%s in %s", key, language)
                      .doesNotContain("{", "}", "|");
                }
              }
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void keepsWholeTheRoomsThatWereTranslated(Locale language) {
    var missing = missing(language);
    report(language, missing);
    missing.keySet().retainAll(translated(language));
    assertThat(missing)
        .as("texts to translate into %s, in rooms of which all were", language)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void countsEveryRoomThatIsWhole(Locale language) {
    var whole = new TreeSet<>(rooms());
    whole.removeAll(missing(language).keySet());
    assertThat(translated(language))
        .as("rooms with every text in %s: name them in TRANSLATED", language)
        .containsAll(whole);
  }

  /**
   * What stands in the English file of each room and not in the language's, without whole rooms.
   */
  private static SortedMap<String, SortedSet<String>> missing(Locale language) {
    var missing = new TreeMap<String, SortedSet<String>>();
    for (var room : rooms()) {
      var lacks = new TreeSet<>(texts(room, Locale.ENGLISH).keySet());
      lacks.removeAll(texts(room, language).keySet());
      if (!lacks.isEmpty()) {
        missing.put(room, lacks);
      }
    }
    return missing;
  }

  private static Set<String> translated(Locale language) {
    return Set.of(TRANSLATED.getOrDefault(language.getLanguage(), "").strip().split("\\s+"));
  }

  private static void report(Locale language, SortedMap<String, SortedSet<String>> missing) {
    var lines = new ArrayList<String>();
    var all = missing.values().stream().mapToInt(Set::size).sum();
    lines.add("%s lacks %d texts in %d rooms".formatted(language, all, missing.size()));
    missing.forEach(
        (room, keys) -> {
          var english = texts(room, Locale.ENGLISH);
          lines.add("");
          lines.add("%s: %d of %d".formatted(room, keys.size(), english.size()));
          keys.forEach(key -> lines.add("  " + key + "=" + english.get(key)));
        });
    try {
      Files.createDirectories(REPORTS);
      Files.write(REPORTS.resolve(reportName(language)), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reportName(Locale language) {
    return "missing-texts-" + language.getLanguage() + ".txt";
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<String> rooms() {
    try (var files = Files.list(FILES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".properties") && !name.contains("_"))
          .map(name -> name.substring(0, name.indexOf('.')))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of one file by key, none where there is no such file. */
  private static SortedMap<String, String> texts(String room, Locale language) {
    var ending = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
    var file = FILES.resolve(room + ending + ".properties");
    var read = new TreeMap<String, String>();
    if (Files.exists(file)) {
      var properties = new Properties();
      try (Reader in = Files.newBufferedReader(file)) {
        properties.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
    }
    return read;
  }
}
