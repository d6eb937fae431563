package eu.rempart.common.number;

import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * What a single comma or point means that has one to three digits before it and exactly three
 * behind it. Every other text says by itself what it means.
 *
 * @param comma in {@code 1,250}
 * @param point in {@code 1.250}
 */
public record NumberConvention(Meaning comma, Meaning point) {

  /** Nobody has said anything: both are asked. */
  public static final NumberConvention UNKNOWN = new NumberConvention(Meaning.OPEN, Meaning.OPEN);

  /** Somebody said that decimals come behind a comma. */
  public static final NumberConvention DECIMAL_COMMA =
      new NumberConvention(Meaning.DECIMAL, Meaning.GROUPING);

  /** Somebody said that decimals come behind a point. */
  public static final NumberConvention DECIMAL_POINT =
      new NumberConvention(Meaning.GROUPING, Meaning.DECIMAL);

  /** What one of the signs means. */
  public enum Meaning {
    DECIMAL,
    GROUPING,
    OPEN
  }

  /**
   * That of people who write as a locale does. The sign that the locale has between thousands is
   * read so. Its decimal sign is asked: three decimals are rarer than a foreign habit, and a
   * thousandfold is dear.
   */
  public static NumberConvention of(Locale locale) {
    DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(locale);
    return new NumberConvention(meaning(',', signs), meaning('.', signs));
  }

  private static Meaning meaning(char sign, DecimalFormatSymbols signs) {
    // Austria has another one in money than elsewhere
    return sign == signs.getGroupingSeparator() || sign == signs.getMonetaryGroupingSeparator()
        ? Meaning.GROUPING
        : Meaning.OPEN;
  }

  Meaning of(char sign) {
    return sign == ',' ? comma : point;
  }
}
