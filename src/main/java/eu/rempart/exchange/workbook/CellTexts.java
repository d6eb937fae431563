package eu.rempart.exchange.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes typed cells down so that whoever reads the text can't take it for another value: days as
 * ISO 8601 has them; numbers with a point that nobody takes for one between thousands.
 */
final class CellTexts {

  private static final int SECONDS_OF_A_DAY = 86_400;

  /** 31 December 9999. */
  private static final int LAST_DAY = 2_958_465;

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private CellTexts() {}

  /** As many digits as spreadsheets have; what is no number stays as it is. */
  static String number(String text) {
    var value = parse(text);
    return value == null ? text : number(value);
  }

  static String number(BigDecimal value) {
    var plain = value.round(new MathContext(15)).stripTrailingZeros();
    if (plain.scale() == 3) {
      plain = plain.setScale(4); // 1.234 could be a little more than a thousand
    }
    return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
  }

  static String percent(String text) {
    var value = parse(text);
    return value == null ? text : number(value.movePointRight(2)) + "%";
  }

  /**
   * A sum.
   *
   * @param currency ISO 4217; empty where nobody knows
   */
  static String money(String text, String currency) {
    return currency.isEmpty() ? number(text) : number(text) + " " + currency;
  }

  static String answer(boolean value) {
    return value ? "true" : "false";
  }

  /** A day, or a moment where it has hours. */
  static String moment(LocalDateTime moment) {
    if (moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return moment.toLocalDate().toString();
    }
    return (moment.getSecond() == 0 ? MINUTES : SECONDS).format(moment);
  }

  /** Hours and minutes, which may be more than a day has. */
  static String hours(Duration duration) {
    var seconds = duration.toSecondsPart();
    return String.format(Locale.ROOT, "%02d:%02d", duration.toHours(), duration.toMinutesPart())
        + (seconds == 0 ? "" : String.format(Locale.ROOT, ":%02d", seconds));
  }

  /**
   * What Excel keeps a day as: days since 1900, of which it takes 29 February for one, or since
   * 1904.
   */
  static String serial(String text, boolean since1904, boolean timeOnly) {
    var value = parse(text);
    if (value == null || value.signum() < 0 || value.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
      return number(text);
    }
    var seconds = Math.round(value.doubleValue() * SECONDS_OF_A_DAY);
    if (timeOnly) {
      return hours(Duration.ofSeconds(seconds));
    }
    var days = seconds / SECONDS_OF_A_DAY;
    var first =
        since1904
            ? LocalDate.of(1904, 1, 1)
            : days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    return moment(first.plusDays(days).atStartOfDay().plusSeconds(seconds % SECONDS_OF_A_DAY));
  }

  private static @Nullable BigDecimal parse(String text) {
    if (text.length() > 40) {
      return null;
    }
    try {
      var value = new BigDecimal(text.strip());
      return Math.abs((long) value.precision() - value.scale()) > 40 ? null : value;
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
