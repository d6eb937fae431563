package eu.rempart.common.number;

import eu.rempart.common.InvisibleMarks;
import eu.rempart.common.number.NumberReading.Ambiguous;
import eu.rempart.common.number.NumberReading.Evidence;
import eu.rempart.common.number.NumberReading.Reason;
import eu.rempart.common.number.NumberReading.Refused;
import eu.rempart.common.number.NumberReading.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one reader of numbers that people write: with either decimal sign, thousands by blanks,
 * apostrophes, points or commas, currencies before or behind. What could mean two numbers is told
 * as such; nothing is dropped to make a number of a text that is none.
 */
public final class NumberParser {

  /** Longer texts are no numbers; 30 digits are more than anything keeps. */
  private static final int MAX_LENGTH = 60;

  private static final int MAX_DIGITS = 30;
  private static final String MINUS = "-\u2212\u2010\u2011\u2013\uff0d";
  private static final String APOSTROPHES = "'\u2018\u2019\u02bc";

  /** Longer before shorter. */
  private static final List<Map.Entry<String, Long>> SCALES =
      List.of(
          Map.entry("Mrd", 1_000_000_000L),
          Map.entry("Mio", 1_000_000L),
          Map.entry("Md", 1_000_000_000L),
          Map.entry("M", 1_000_000L),
          Map.entry("k", 1_000L),
          Map.entry("K", 1_000L));

  private NumberParser() {}

  /**
   * Reads a text.
   *
   * @param convention how its writer is known to write
   * @param rules what the number must be like
   */
  public static NumberReading parse(String text, NumberConvention convention, NumberRules rules) {
    String plain = plain(text);
    if (plain.isEmpty()) {
      return new Refused(Reason.EMPTY);
    }
    Optional<NumberParts> cut =
        plain.length() > MAX_LENGTH ? Optional.empty() : NumberParts.of(plain);
    if (cut.isEmpty()) {
      return new Refused(Reason.NO_NUMBER);
    }
    NumberParts parts = cut.get();
    if (parts.percent() && !rules.percent()) {
      return new Refused(Reason.NO_NUMBER);
    }
    Optional<Unit> unit = unit(parts, rules);
    if (unit.isEmpty()) {
      return new Refused(Reason.NO_NUMBER);
    }
    if (!unit.get().currency().isEmpty() && !rules.currency()) {
      return new Refused(Reason.CURRENCY);
    }
    return DigitGroups.read(parts.digits())
        .filter(groups -> groups.size() <= MAX_DIGITS)
        .map(groups -> reading(groups, parts.negative(), unit.get(), convention, rules))
        .orElse(new Refused(Reason.NO_NUMBER));
  }

  /** What stands beside the digits. */
  private record Unit(long factor, String currency) {}

  private static Optional<Unit> unit(NumberParts parts, NumberRules rules) {
    String behind = parts.behind();
    if (rules.scales()) {
      for (Map.Entry<String, Long> scale : SCALES) {
        String rest =
            behind.startsWith(scale.getKey())
                ? behind.substring(scale.getKey().length()).replace(".", "").strip()
                : behind;
        if (!rest.equals(behind) && (rest.isEmpty() || CurrencySigns.find(rest).isPresent())) {
          return currency(parts.before(), rest).map(code -> new Unit(scale.getValue(), code));
        }
      }
    }
    return currency(parts.before(), behind).map(code -> new Unit(1, code));
  }

  /** One side names a currency, or none; both only if they mean the same. */
  private static Optional<String> currency(String before, String behind) {
    if (before.isEmpty() && behind.isEmpty()) {
      return Optional.of("");
    }
    Optional<String> first = CurrencySigns.find(before);
    Optional<String> last = CurrencySigns.find(behind);
    if (before.isEmpty()) {
      return last;
    }
    return behind.isEmpty() || first.equals(last) ? first : Optional.empty();
  }

  private static NumberReading reading(
      DigitGroups groups,
      boolean negative,
      Unit unit,
      NumberConvention convention,
      NumberRules rules) {
    NumberConvention.Meaning meaning =
        groups.open() ? convention.of(groups.sign()) : NumberConvention.Meaning.DECIMAL;
    BigDecimal decimal = number(groups.decimal(), negative, unit);
    if (!groups.open()) {
      return checked(decimal, unit, groups.evidence(), rules);
    }
    BigDecimal grouped = number(groups.grouped(), negative, unit);
    return switch (meaning) {
      case DECIMAL -> checked(decimal, unit, Evidence.NONE, rules);
      case GROUPING -> checked(grouped, unit, Evidence.NONE, rules);
      case OPEN -> asked(decimal, grouped, unit, rules);
    };
  }

  private static BigDecimal number(String digits, boolean negative, Unit unit) {
    BigDecimal number = new BigDecimal(digits).multiply(BigDecimal.valueOf(unit.factor()));
    return negative ? number.negate() : number;
  }

  private static NumberReading checked(
      BigDecimal number, Unit unit, Evidence evidence, NumberRules rules) {
    Optional<Reason> problem = rules.problem(number);
    return problem.isPresent()
        ? new Refused(problem.get())
        : new Value(number, unit.currency(), evidence);
  }

  private static NumberReading asked(
      BigDecimal decimal, BigDecimal grouped, Unit unit, NumberRules rules) {
    Optional<Reason> fine = rules.problem(decimal);
    Optional<Reason> large = rules.problem(grouped);
    if (fine.isEmpty()) {
      return large.isEmpty()
          ? new Ambiguous(List.of(decimal, grouped), unit.currency())
          : new Value(decimal, unit.currency(), Evidence.NONE);
    }
    return large.isEmpty()
        ? new Ambiguous(List.of(grouped), unit.currency())
        : new Refused(large.get());
  }

  /** Without marks that nobody sees, blanks around it, and with plain digits and signs. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    InvisibleMarks.strip(text).chars().forEach(c -> plain.append(plain((char) c)));
    return plain.toString().strip();
  }

  private static char plain(char c) {
    int digit = Character.digit(c, 10);
    if (digit >= 0) {
      return (char) ('0' + digit);
    }
    if (MINUS.indexOf(c) >= 0) {
      return '-';
    }
    if (APOSTROPHES.indexOf(c) >= 0) {
      return '\'';
    }
    if (Character.isSpaceChar(c) && c != '\u2028' && c != '\u2029') {
      return ' ';
    }
    return c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
  }
}
