package eu.rempart.shell.field.number;

import eu.rempart.common.number.NumberRules;
import java.io.Serial;
import java.math.BigDecimal;
import java.util.Objects;

/** A field for a whole number. */
public final class WholeNumberField extends NumberInput<WholeNumberField, Integer> {

  @Serial private static final long serialVersionUID = 1L;

  /** A field for any whole number. */
  public WholeNumberField() {
    super(
        NumberRules.decimals(0)
            .between(BigDecimal.valueOf(Integer.MIN_VALUE), BigDecimal.valueOf(Integer.MAX_VALUE)));
  }

  /** The same with a label. */
  public WholeNumberField(String label) {
    this();
    setLabel(label);
  }

  /** The smallest number that may be typed. */
  public void setMin(int least) {
    take(rules().between(BigDecimal.valueOf(least), rules().most()));
  }

  /** The largest number that may be typed. */
  public void setMax(int most) {
    take(rules().between(rules().least(), BigDecimal.valueOf(most)));
  }

  public int getMin() {
    return Objects.requireNonNull(rules().least()).intValueExact();
  }

  public int getMax() {
    return Objects.requireNonNull(rules().most()).intValueExact();
  }

  @Override
  Integer of(BigDecimal number) {
    return number.intValueExact();
  }

  /** Without separators: years and ports have none. */
  @Override
  String text(Integer value) {
    return value.toString();
  }
}
