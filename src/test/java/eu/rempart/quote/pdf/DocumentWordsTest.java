package eu.rempart.quote.pdf;

import static eu.rempart.quote.TestQuotes.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.Trace;
import eu.rempart.paper.Sheets;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.QuoteState;
import eu.rempart.quote.TestQuotes;
import eu.rempart.quote.money.Discount;
import eu.rempart.quote.money.Totals;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentWordsTest {

  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d\\}");

  /** In points, what the table and the list of facts leave for a word at this size. */
  private static final Map<String, Float> TABLE =
      Map.of(
          "position", 26f,
          "quantity", 66f,
          "price", 75f,
          "discount", 49f,
          "vat", 41f,
          "net", 79f);

  private static final List<String> FACTS =
      List.of("date", "validUntil", "replaces", "customerVat");

  static List<String> languages() {
    return DocumentWords.LANGUAGES;
  }

  private static Properties file(String language) {
    String name = "/quote/words_" + language + ".properties";
    Properties words = new Properties();
    try (InputStream in =
            Objects.requireNonNull(DocumentWords.class.getResourceAsStream(name), name);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static List<String> arguments(String word) {
    return ARGUMENT.matcher(word).results().map(MatchResult::group).sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasEveryWord(String language) {
    Properties english = file("en");
    Properties words = file(language);
    assertThat(words.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      String word = words.getProperty(key);
      assertThat(word).as(key).isNotBlank().doesNotContain("'");
      assertThat(arguments(word)).as(key).isEqualTo(arguments(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyWordFitsWhereItStands(String language) throws IOException {
    DocumentWords words = DocumentWords.of(language);
    try (Sheets sheets = new Sheets()) {
      for (var column : TABLE.entrySet()) {
        String word = words.say(column.getKey());
        assertThat(sheets.width(word, 9)).as(word).isLessThan(column.getValue());
      }
      for (String fact : FACTS) {
        assertThat(sheets.width(words.say(fact), 9.5f)).as(words.say(fact)).isLessThan(127);
      }
      String tax =
          words.say("vatOn", words.percent(new BigDecimal("25.5")), words.money(million(), "EUR"));
      assertThat(sheets.width(tax + "  " + words.money(million(), "EUR"), 9.5f))
          .as(tax)
          .isLessThan(Sheets.WIDTH / 2 + 30);
      assertThat(sheets.width(words.say("accepted"), 9.5f))
          .as("room for a place, a day and a name")
          .isLessThan(Sheets.WIDTH / 2 + 10);
    }
  }

  private static BigDecimal million() {
    return new BigDecimal("12345678.90");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyWordIsReadBackFromThePage(String language) throws IOException {
    DocumentWords words = DocumentWords.of(language);
    QuoteData data = everything(language);
    Totals totals = data.totals();
    String text = text(QuotePdf.of(quote(data, true), TestQuotes.FIRM, null, "2026-0001").bytes());

    List<String> expected = new ArrayList<>();
    for (String key : file(language).stringPropertyNames()) {
      if (!List.of("draft", "attention", "vatOn", "page", "percent").contains(key)) {
        expected.add(words.say(key));
      }
    }
    expected.add(words.say("quote") + " 2026-0007");
    expected.add(words.say("attention", "Ioana Pop"));
    expected.add(words.say("page", 1, 2));
    expected.add(
        words.say(
            "vatOn", words.percent(new BigDecimal("20")), words.money(taxable(totals), "EUR")));
    expected.add(words.money(totals.total(), "EUR"));
    expected.add(words.money(totals.discount().negate(), "EUR"));
    expected.add(words.day(DAY));
    expected.add(words.country("RO"));
    expected.add(words.number(new BigDecimal("12.5")));
    assertThat(text).contains(expected.stream().map(DocumentWordsTest::plain).toList());
    assertThat(text).as("letters that the font has not").doesNotContain("?");
    assertThat(text(QuotePdf.of(quote(data, false), TestQuotes.FIRM, null, null).bytes()))
        .contains(plain(words.say("draft")));
  }

  private static BigDecimal taxable(Totals totals) {
    return totals.groups().stream()
        .filter(group -> group.vat().category() == VatCategory.STANDARD)
        .findFirst()
        .orElseThrow()
        .taxable();
  }

  /** A draft with each way of taxing, which could not be issued: all reasons are on its page. */
  private static QuoteData everything(String language) {
    List<QuoteLine> lines = new ArrayList<>();
    lines.add(discounted());
    for (VatCategory category : VatCategory.values()) {
      if (category != VatCategory.STANDARD) {
        lines.add(TestQuotes.line(category.code(), "1", "10", Vat.none(category)));
      }
    }
    return TestQuotes.roof().toBuilder()
        .language(language)
        .customerContact("Ioana Pop")
        .validUntil(DAY.plusDays(30))
        .terms("30")
        .vatReason("§ 4")
        .discount(new Discount.Percent(new BigDecimal("5")))
        .lines(lines)
        .build();
  }

  private static QuoteLine discounted() {
    return new QuoteLine(
        null,
        "Tiles",
        "m²",
        new BigDecimal("12.5"),
        new BigDecimal("1999.99"),
        "EUR",
        BigDecimal.TEN,
        Vat.standard("20"));
  }

  private static Quote quote(QuoteData data, boolean issued) {
    Trace trace = new Trace(Instant.EPOCH, null, "manual");
    return new Quote(
        new QuoteId(UUID.randomUUID()),
        1,
        data,
        new Quote.Standing(
            issued ? QuoteState.ISSUED : QuoteState.DRAFT,
            issued ? "2026-0007" : null,
            issued ? DAY : null,
            null,
            null,
            null),
        Map.of(),
        trace,
        trace);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return plain(stripper.getText(document));
    }
  }

  /** With one plain blank between any two words. */
  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ').replaceAll("\\s+", " ");
  }

  @Test
  void numbersAndDaysAreThoseOfEurope() {
    DocumentWords portuguese = DocumentWords.of("pt");
    assertThat(plain(portuguese.money(new BigDecimal("783.86"), "EUR"))).isEqualTo("783,86 €");
    assertThat(portuguese.day(DAY)).isEqualTo("26 de novembro de 2026");
    assertThat(portuguese.country("RO")).isEqualTo("Roménia");
    assertThat(DocumentWords.of("en").day(DAY)).isEqualTo("26 November 2026");
    assertThat(DocumentWords.of("bg").day(DAY)).contains("26 ноември 2026");
    assertThat(DocumentWords.of("nl").percent(new BigDecimal("21.00"))).isEqualTo("21%");
    assertThat(plain(DocumentWords.of("fi").percent(new BigDecimal("25.50")))).isEqualTo("25,5 %");
    assertThat(DocumentWords.of("tr").say("quote")).as("none of these").isEqualTo("Quote");
  }

  @Test
  void theLanguageIsGuessedFromTheCustomersOrTheirCountrys() {
    assertThat(CustomerLanguage.guess("nl-BE", "FR", "en")).isEqualTo("nl");
    assertThat(CustomerLanguage.guess("tr", "DE", "fr")).isEqualTo("en");
    assertThat(CustomerLanguage.guess(null, "PL", "fr")).isEqualTo("pl");
    assertThat(CustomerLanguage.guess(null, "BE", "fr")).isEqualTo("fr");
    assertThat(CustomerLanguage.guess(null, "BE", "en")).isEqualTo("nl");
    assertThat(CustomerLanguage.guess(null, "JP", "fr")).isEqualTo("fr");
    assertThat(CustomerLanguage.guess(null, null, "de")).isEqualTo("de");
  }

  /** Each country of the Union tells a language of its own. */
  @Test
  void everyCountryOfTheUnionTells() {
    for (String country :
        List.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
            "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK")) {
      assertThat(CustomerLanguage.guess(null, country, "??"))
          .as(country)
          .isIn(DocumentWords.LANGUAGES)
          .matches(found -> found.equals("en") == List.of("IE", "MT").contains(country));
    }
  }
}
