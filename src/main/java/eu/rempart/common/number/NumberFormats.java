package eu.rempart.common.number;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one writer of numbers for people: {@link NumberParser} reads what it writes, in the same
 * locale, as the same number.
 */
public final class NumberFormats {

  /** Java leaves out the blank that CLDR wants between a code and its digits. */
  private static final Pattern GLUED = Pattern.compile("(?<=\\p{L})(?=\\d)");

  private static final Pattern NARROW = Pattern.compile("(?<=\\d)\\u202f(?=\\d)");

  /** So many decimals may be taken for thousands. */
  private static final int THOUSANDS = 3;

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  private NumberFormats() {}

  /** A whole number with the locale's grouping. */
  public static String whole(long number, Locale locale) {
    return readable(NumberFormat.getIntegerInstance(locale).format(number));
  }

  /**
   * A number with all of its decimals.
   *
   * @param decimals so many at least
   */
  public static String number(BigDecimal number, int decimals, Locale locale) {
    return readable(write(NumberFormat.getNumberInstance(locale), number, decimals));
  }

  /**
   * An amount of money with all of its decimals.
   *
   * @param decimals so many at least
   */
  public static String money(BigDecimal amount, Currency currency, int decimals, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    return GLUED.matcher(readable(write(format, amount, decimals))).replaceAll("\u00a0");
  }

  private static String write(NumberFormat format, BigDecimal number, int decimals) {
    int shown = Math.max(decimals, number.stripTrailingZeros().scale());
    // 1.250 is a thousand to some: a fourth decimal leaves no doubt
    BigDecimal size = number.abs();
    boolean doubtful =
        shown == THOUSANDS && size.compareTo(BigDecimal.ONE) >= 0 && size.compareTo(THOUSAND) < 0;
    int clear = doubtful ? shown + 1 : shown;
    format.setMinimumFractionDigits(clear);
    format.setMaximumFractionDigits(clear);
    return format.format(number);
  }

  /** With a blank between thousands that is seen: the narrow one of French is hardly there. */
  public static String readable(String text) {
    return NARROW.matcher(text).replaceAll("\u00a0");
  }
}
