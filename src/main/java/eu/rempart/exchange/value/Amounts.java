package eu.rempart.exchange.value;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads sums as people write them: {@code 1 234 567,89 €}, {@code $1,200,000}, {@code 2.5 M€}. */
public final class Amounts {

  /** One or two digits behind the comma, or two points: {@code 1.250.000}. */
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("-?(?:[\\d.]*,\\d{1,2}|\\d{1,3}(?:\\.\\d{3}){2,})");

  private static final Pattern DECIMAL_POINT =
      Pattern.compile("-?(?:[\\d,]*\\.\\d{1,2}|\\d{1,3}(?:,\\d{3}){2,})");

  /** Letters, signs of currencies, blanks and apostrophes, which say nothing of decimals. */
  private static final Pattern BESIDE = Pattern.compile("[\\p{L}\\p{Sc}\\p{Z}\\s'\u2019]");

  private static final int MAX_LENGTH = 40;

  /**
   * A sum.
   *
   * @param currency ISO 4217, or empty
   */
  public record Amount(BigDecimal value, String currency) {}

  private Amounts() {}

  /** The sum that the text is, or nothing. */
  public static Optional<Amount> parse(String text, boolean decimalComma) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    var number = new StringBuilder();
    var unit = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Character.isDigit(c) || c == ',' || c == '.' || (c == '-' && number.isEmpty())) {
        number.append(c);
      } else if (!isPassedOver(c, number)) {
        unit.append(c);
      }
    }
    var factor = factor(unit);
    var currency = currency(unit.toString());
    if (factor == 0 || currency.isEmpty()) {
      return Optional.empty();
    }
    try {
      var value = new BigDecimal(plain(number.toString(), decimalComma));
      return Optional.of(new Amount(value.multiply(BigDecimal.valueOf(factor)), currency.get()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** Blanks, apostrophes between thousands, and the dash of {@code 1.200,–}. */
  private static boolean isPassedOver(char c, StringBuilder number) {
    var last = number.isEmpty() ? 0 : number.charAt(number.length() - 1);
    return Character.isWhitespace(c)
        || "\u00a0\u202f'\u2019".indexOf(c) >= 0
        || ((last == ',' || last == '.') && "-\u2013\u2014".indexOf(c) >= 0);
  }

  /** Whether these values prove a decimal comma or point; nothing when they would do for both. */
  public static Optional<Boolean> decimalComma(List<String> values) {
    for (var value : values) {
      var number = BESIDE.matcher(value).replaceAll("");
      if (DECIMAL_COMMA.matcher(number).matches()) {
        return Optional.of(true);
      }
      if (DECIMAL_POINT.matcher(number).matches()) {
        return Optional.of(false);
      }
    }
    return Optional.empty();
  }

  private static String plain(String number, boolean decimalComma) {
    var comma = number.lastIndexOf(',');
    var point = number.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      // Both signs: the later one is the decimal sign, whatever the file does elsewhere.
      return comma > point ? number.replace(".", "").replace(',', '.') : number.replace(",", "");
    }
    var sign = comma >= 0 ? ',' : '.';
    var at = Math.max(comma, point);
    if (at < 0) {
      return number;
    }
    var repeated = number.indexOf(sign) != at;
    var groups = number.length() - at - 1 == 3 && (sign == ',') != decimalComma;
    return repeated || groups ? number.replace(String.valueOf(sign), "") : number.replace(',', '.');
  }

  /** Takes k, M, Mio, Mrd off the unit; 0 when the rest can't be one. */
  private static long factor(StringBuilder unit) {
    var text = unit.toString();
    for (var scale : List.of("Mrd", "Md", "Mio", "M", "k", "K")) {
      if (text.startsWith(scale)
          && (text.length() - scale.length() <= 1 || text.length() == scale.length() + 3)) {
        unit.delete(0, scale.length());
        return switch (scale) {
          case "Mrd", "Md" -> 1_000_000_000L;
          case "Mio", "M" -> 1_000_000L;
          default -> 1_000L;
        };
      }
    }
    return 1;
  }

  private static Optional<String> currency(String unit) {
    return switch (unit.replace(".", "")) {
      case "" -> Optional.of("");
      case "€" -> Optional.of("EUR");
      case "$" -> Optional.of("USD");
      case "£" -> Optional.of("GBP");
      case "lei", "Lei" -> Optional.of("RON");
      case String code when code.length() == 3 && code.matches("[A-Z]{3}") -> known(code);
      default -> Optional.empty();
    };
  }

  private static Optional<String> known(String code) {
    try {
      return Optional.of(Currency.getInstance(code).getCurrencyCode());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
