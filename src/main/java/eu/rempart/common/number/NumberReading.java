package eu.rempart.common.number;

import java.math.BigDecimal;
import java.util.List;

/** What {@link NumberParser} makes of a text: one number, a question, or a refusal. */
public sealed interface NumberReading {

  /**
   * One number, which is within the rules.
   *
   * @param currency ISO 4217, or empty where the text names none
   * @param signs what the text proves of how its writer uses comma and point
   */
  record Value(BigDecimal number, String currency, Evidence signs) implements NumberReading {}

  /**
   * A text such as {@code 1.250}, which people of two countries read as two numbers.
   *
   * @param readings those that the rules allow, the one with decimals first; at least one
   * @param currency ISO 4217, or empty where the text names none
   */
  record Ambiguous(List<BigDecimal> readings, String currency) implements NumberReading {

    public Ambiguous {
      readings = List.copyOf(readings);
    }
  }

  /** No number, or none within the rules. */
  record Refused(Reason reason) implements NumberReading {}

  /** Why a text is refused. */
  enum Reason {
    /** Nothing but blanks. */
    EMPTY,
    /** Other signs than those of a number, or separators that fit no way of writing. */
    NO_NUMBER,
    /** More decimals than are kept. */
    TOO_FINE,
    /** Less than 0, where that makes no sense. */
    NEGATIVE,
    /** Less than the least. */
    TOO_SMALL,
    /** More than the most. */
    TOO_LARGE,
    /** A currency where there is none. */
    CURRENCY,
  }

  /** What a text proves of how its writer uses comma and point. */
  enum Evidence {
    /** Nothing: there is neither, or they could be both. */
    NONE,
    /** The comma stands before decimals, or the point between thousands. */
    DECIMAL_COMMA,
    /** The point stands before decimals, or the comma between thousands. */
    DECIMAL_POINT,
  }
}
