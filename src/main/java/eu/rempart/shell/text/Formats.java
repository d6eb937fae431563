package eu.rempart.shell.text;

import com.vaadin.flow.component.UI;
import eu.rempart.common.number.NumberFormats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers, dates and times as the current person writes them, in the zone of their browser. */
public final class Formats {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private Formats() {}

  /** Names of sizes in bytes, each a thousand times the one before: B, kB, MB or o, ko, Mo. */
  public static List<String> sizeUnits() {
    return List.of(Texts.t("shell.size.units").split(" "));
  }

  /**
   * A size such as 1.4 MB or 1,4 Mo; from ten on without a fraction.
   *
   * @param bytes 0 or more
   */
  public static String size(long bytes) {
    List<String> units = sizeUnits();
    BigDecimal size = BigDecimal.valueOf(bytes);
    int unit = 0;
    while (size.compareTo(THOUSAND) >= 0 && unit < units.size() - 1) {
      size = size.divide(THOUSAND);
      unit++;
    }
    int digits = unit == 0 || size.compareTo(BigDecimal.TEN) >= 0 ? 0 : 1;
    return number(size.setScale(digits, RoundingMode.HALF_UP)) + " " + units.get(unit);
  }

  /** A date such as 24 Nov 2026 or 24 nov. 2026. */
  public static String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale()).format(date);
  }

  /** A date with its weekday, such as Thu, 26 Nov 2026 or jeu. 26 nov. 2026. */
  public static String weekday(LocalDate date) {
    return DateTimeFormatter.ofLocalizedPattern("yMMMEd").withLocale(locale()).format(date);
  }

  /** A day of a year that is known, such as 30 Nov or 30 nov. */
  public static String monthDay(LocalDate date) {
    return DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale()).format(date);
  }

  /** The month of a day, such as November 2026. */
  public static String month(LocalDate day) {
    return DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(locale()).format(day);
  }

  /** A time of the day to the minute, such as 09:12. */
  public static String time(LocalTime time) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale()).format(time);
  }

  /** A date and time to the second, such as 24 Nov 2026, 09:12:45. */
  public static String dateTime(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
        .withLocale(locale())
        .format(instant.atZone(zone()));
  }

  /** A date and time to the minute, such as 24 Nov 2026, 09:12: for what is planned. */
  public static String minute(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale())
        .format(instant.atZone(zone()));
  }

  /** A whole number with the locale's grouping, such as 10,000 or 10 000. */
  public static String number(long number) {
    return NumberFormats.whole(number, locale());
  }

  /** A number with its fraction, such as 1,234.5 or 1 234,5. */
  public static String number(BigDecimal number) {
    return NumberFormats.number(number, 0, locale());
  }

  /** Such as 7.5 % or 7,5 %. */
  public static String percent(BigDecimal percent) {
    return number(percent.stripTrailingZeros()) + " %";
  }

  /**
   * An amount of money, such as €1,200,000 or 1 200 000 €; without cents where there are none.
   *
   * @param currency ISO 4217; where it is absent or no currency, it stands as it is behind the
   *     number
   */
  public static String money(BigDecimal amount, @Nullable String currency) {
    return money(amount, currency, amount.stripTrailingZeros().scale() <= 0);
  }

  /** As {@link #money}, with cents always: for amounts that are added up below each other. */
  public static String exactMoney(BigDecimal amount, @Nullable String currency) {
    return money(amount, currency, false);
  }

  private static String money(BigDecimal amount, @Nullable String currency, boolean whole) {
    Optional<Currency> known =
        Currency.availableCurrencies()
            .filter(one -> one.getCurrencyCode().equals(currency))
            .findAny();
    if (known.isEmpty()) {
      return currency == null ? number(amount) : number(amount) + " " + currency;
    }
    int cents = Math.max(0, known.get().getDefaultFractionDigits());
    return NumberFormats.money(amount, known.get(), whole ? 0 : cents, locale());
  }

  /** How the current person writes numbers and dates. */
  public static Locale locale() {
    return regional(Texts.locale());
  }

  /** The zone of the current person's browser; UTC outside of a UI or when the browser keeps it. */
  public static ZoneId zone() {
    var ui = UI.getCurrent();
    var id = ui == null ? null : ui.getPage().getExtendedClientDetails().getTimeZoneId();
    return known(id) ? ZoneId.of(id) : ZoneId.of("UTC");
  }

  /** English without a country means Europe's English: day before month, 24 hours. */
  public static Locale regional(Locale locale) {
    return Locale.ENGLISH.equals(locale) ? Locale.UK : locale;
  }

  private static boolean known(@Nullable String id) {
    return id != null && ZoneId.getAvailableZoneIds().contains(id);
  }
}
