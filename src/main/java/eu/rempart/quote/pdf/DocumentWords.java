package eu.rempart.quote.pdf;

import eu.rempart.common.number.NumberFormats;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The fixed words of a document, and its numbers and days, in the language of who reads it. */
public final class DocumentWords {

  /**
   * The languages that there are words for (BCP 47); English stands in for any other. All official
   * ones of the European Union but Irish and Maltese, beside which business is done in English.
   */
  public static final List<String> LANGUAGES =
      List.of(
          "en", "fr", "de", "nl", "es", "it", "pt", "pl", "ro", "cs", "sk", "hu", "da", "sv", "fi",
          "el", "bg", "hr", "sl", "et", "lv", "lt");

  /** Of a language whose numbers and days without a country would be those of another continent. */
  private static final Map<String, Locale> AT_HOME =
      Map.of("en", Locale.UK, "pt", Locale.of("pt", "PT"));

  private final Locale locale;
  private final Properties words = new Properties();

  private DocumentWords(String language) {
    locale = AT_HOME.getOrDefault(language, Locale.of(language));
    String file = "/quote/words_" + language + ".properties";
    try (InputStream in =
            Objects.requireNonNull(DocumentWords.class.getResourceAsStream(file), file);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a language, or the English ones. */
  public static DocumentWords of(String language) {
    return new DocumentWords(LANGUAGES.contains(language) ? language : "en");
  }

  /** The language of the words. */
  String language() {
    return locale.getLanguage();
  }

  /**
   * A country by its name.
   *
   * @param code ISO 3166-1 alpha-2
   */
  String country(String code) {
    return Locale.of("", code).getDisplayCountry(locale);
  }

  /** A word; arguments fill in {@code {0}} and {@code {1}}. */
  String say(String key, Object... arguments) {
    String word = Objects.requireNonNull(words.getProperty(key), key);
    return arguments.length == 0 ? word : new MessageFormat(word, locale).format(arguments);
  }

  /** What a quote is called that is no offer yet: "Angebot-Entwurf". */
  String draftName() {
    // behind the comma stands that it binds nobody
    return say("quote") + "-" + say("draft").replaceFirst(",.*", "");
  }

  /** A number with as many digits behind the point as it has. */
  String number(BigDecimal number) {
    return NumberFormats.number(number, 0, locale);
  }

  /** A rate in percent. */
  String percent(BigDecimal percent) {
    return say("percent", number(percent.stripTrailingZeros()));
  }

  /**
   * An amount with its currency, to the cent or further.
   *
   * @param currency ISO 4217
   */
  String money(BigDecimal amount, String currency) {
    Currency known = Currency.getInstance(currency);
    return NumberFormats.money(
        amount, known, Math.max(0, known.getDefaultFractionDigits()), locale);
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }
}
