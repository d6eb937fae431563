package eu.rempart.shell.view;

import eu.rempart.search.rule.Operator;
import java.util.List;
import java.util.Map;

/**
 * A field that conditions can be about.
 *
 * @param name in the index
 * @param label for people
 * @param choices texts by their value, in the order in which they are offered; empty for other
 *     kinds
 */
public record ListField(String name, String label, Kind kind, Map<String, String> choices) {

  /** What its values are. */
  public enum Kind {
    CHOICE(Operator.IS, Operator.IS_NOT, Operator.FILLED, Operator.EMPTY),
    TEXT(Operator.IS, Operator.CONTAINS, Operator.STARTS_WITH, Operator.FILLED, Operator.EMPTY),
    /** Compared as a whole: an e-mail address, a phone number. */
    EXACT(Operator.IS, Operator.FILLED, Operator.EMPTY),
    /** Whole numbers. */
    NUMBER(Operator.FROM, Operator.TO, Operator.FILLED, Operator.EMPTY),
    /** Decimal numbers, which the index has in ten-thousandths. */
    DECIMAL(Operator.FROM, Operator.TO, Operator.FILLED, Operator.EMPTY),
    /** Amounts of money, which the index has in hundredths. */
    MONEY(Operator.FROM, Operator.TO, Operator.FILLED, Operator.EMPTY),
    DAY(
        Operator.FROM,
        Operator.TO,
        Operator.LAST_DAYS,
        Operator.NEXT_DAYS,
        Operator.FILLED,
        Operator.EMPTY);

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<Operator> operators;

    Kind(Operator... operators) {
      this.operators = List.of(operators);
    }

    List<Operator> operators() {
      return operators;
    }

    /** How many digits behind the point the index has. */
    int digits() {
      return this == MONEY ? 2 : this == DECIMAL ? 4 : 0;
    }

    /** Whether its values are numbers. */
    boolean numeric() {
      return this == NUMBER || this == MONEY || this == DECIMAL;
    }
  }

  public static ListField choice(String name, String label, Map<String, String> choices) {
    return new ListField(name, label, Kind.CHOICE, choices);
  }

  public static ListField of(String name, String label, Kind kind) {
    return new ListField(name, label, kind, Map.of());
  }
}
