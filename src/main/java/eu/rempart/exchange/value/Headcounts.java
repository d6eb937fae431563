package eu.rempart.exchange.value;

import eu.rempart.company.CompanySize;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how many people a firm has, as programs and people write it: {@code 1 500}, {@code 51-200
 * employees}, {@code 50 à 99}, {@code 10,001+}, {@code ca. 200}.
 */
public final class Headcounts {

  private static final String NUMBER = "(\\d{1,3}(?:[.,'\u2019\u00a0\u202f ]\\d{3})+|\\d{1,9})";

  private static final Pattern COUNT =
      Pattern.compile(
          "(?:[\\p{L}.~]{0,12} ?)"
              + NUMBER
              + "(?: ?(?:-|\u2013|\u2014|à|to|bis|tot) ?"
              + NUMBER
              + ")? ?\\+?(?: ?\\p{L}[\\p{L} ]{0,30})?");

  private Headcounts() {}

  /** The size that the text names; that of the middle of two numbers. */
  public static Optional<CompanySize> read(String text) {
    String stripped = text.strip();
    return CompanySize.of(stripped).or(() -> count(stripped).map(CompanySize::ofHeadcount));
  }

  private static Optional<Integer> count(String text) {
    Matcher m = COUNT.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    int least = number(m.group(1));
    String most = m.group(2);
    return Optional.of(most == null ? least : (int) (((long) least + number(most)) / 2));
  }

  private static int number(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
