package eu.rempart.exchange.value;

import eu.rempart.common.number.NumberConvention;
import eu.rempart.common.number.NumberParser;
import eu.rempart.common.number.NumberReading.Value;
import eu.rempart.common.number.NumberRules;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads sums of files: {@code 1 234 567,89 €}, {@code $1,200,000}, {@code 2.5 M€}. */
public final class Amounts {

  /**
   * A sum.
   *
   * @param currency ISO 4217, or empty
   */
  public record Amount(BigDecimal value, String currency) {}

  private Amounts() {}

  /**
   * The sum that the text is; nothing where it is none, or could be two.
   *
   * @param written how its column writes numbers
   */
  public static Optional<Amount> parse(String text, NumberConvention written) {
    return NumberParser.parse(text, written, NumberRules.ofFile())
            instanceof Value(var number, var currency, _)
        ? Optional.of(new Amount(number, currency))
        : Optional.empty();
  }
}
