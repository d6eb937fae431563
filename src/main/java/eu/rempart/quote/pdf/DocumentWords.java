package eu.rempart.quote.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The fixed words of a document, and its numbers and days, in the language of who reads it. */
public final class DocumentWords {

  /** The languages that there are words for (BCP 47); English stands in for any other. */
  public static final List<String> LANGUAGES = List.of("en", "fr", "de");

  private final Locale locale;
  private final Properties words = new Properties();

  private DocumentWords(String language) {
    // English without a country means Europe's: the day before the month
    locale = language.equals("en") ? Locale.UK : Locale.of(language);
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

  /** A word; arguments fill in {@code {0}} and {@code {1}}. */
  String say(String key, Object... arguments) {
    String word = Objects.requireNonNull(words.getProperty(key), key);
    return arguments.length == 0 ? word : new MessageFormat(word, locale).format(arguments);
  }

  /** A number with as many digits behind the point as it has. */
  String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(10);
    return format.format(number);
  }

  /** A rate in percent. */
  String percent(BigDecimal percent) {
    return number(percent.stripTrailingZeros()) + "\u00a0%";
  }

  /**
   * An amount with its currency, to the cent or further.
   *
   * @param currency ISO 4217
   */
  String money(BigDecimal amount, String currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    Currency known = Currency.getInstance(currency);
    format.setCurrency(known);
    int digits = Math.max(0, known.getDefaultFractionDigits());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(Math.max(digits, amount.stripTrailingZeros().scale()));
    return format.format(amount);
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }
}
