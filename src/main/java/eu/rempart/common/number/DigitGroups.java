package eu.rempart.common.number;

import eu.rempart.common.number.NumberReading.Evidence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digits with the signs between them: which separate thousands, and which decimals.
 *
 * @param decimal as a number with a point, where a single sign separates decimals
 * @param grouped the same where it separates thousands; that of {@code decimal} where nothing is
 *     open
 * @param open whether both could be meant
 * @param sign the single sign that is open
 * @param evidence what they prove where nothing is open
 */
record DigitGroups(String decimal, String grouped, boolean open, char sign, Evidence evidence) {

  /** Thousands by one kind of sign, and decimals by another. */
  private static final Pattern GROUPED =
      Pattern.compile("([1-9]\\d{0,2})(([ '.,])\\d{3}(?:\\3\\d{3})*)(?:(?!\\3)([.,])(\\d*))?");

  private static final Pattern PLAIN = Pattern.compile("(\\d*)(?:([.,])(\\d*))?");

  /** Reads digits and signs; empty where the signs fit no way of writing. */
  static Optional<DigitGroups> read(String text) {
    Matcher plain = PLAIN.matcher(text);
    boolean single = plain.matches();
    String sign = single ? plain.group(2) : null;
    Matcher grouped = GROUPED.matcher(text);
    if (grouped.matches()) {
      String between = grouped.group(3);
      String thousands = grouped.group(1) + grouped.group(2).replace(between, "");
      if (single && sign != null) {
        return Optional.of(
            new DigitGroups(
                plain.group(1) + "." + plain.group(3),
                thousands,
                true,
                sign.charAt(0),
                Evidence.NONE));
      }
      return Optional.of(one(thousands, grouped.group(5), evidence(between, grouped.group(4))));
    }
    if (!single || (plain.group(1).isEmpty() && (sign == null || plain.group(3).isEmpty()))) {
      return Optional.empty();
    }
    return Optional.of(
        one(plain.group(1).isEmpty() ? "0" : plain.group(1), plain.group(3), evidence("", sign)));
  }

  private static DigitGroups one(
      String whole, @org.jspecify.annotations.Nullable String decimals, Evidence evidence) {
    String number = decimals == null || decimals.isEmpty() ? whole : whole + "." + decimals;
    return new DigitGroups(number, number, false, ' ', evidence);
  }

  private static Evidence evidence(
      String between, @org.jspecify.annotations.Nullable String decimal) {
    if (",".equals(decimal) || between.equals(".")) {
      return Evidence.DECIMAL_COMMA;
    }
    return ".".equals(decimal) || between.equals(",") ? Evidence.DECIMAL_POINT : Evidence.NONE;
  }

  /** How many digits there are. */
  int size() {
    return decimal.length();
  }
}
