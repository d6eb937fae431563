package eu.rempart.shell.field.number;

import eu.rempart.common.number.NumberFormats;
import eu.rempart.common.number.NumberRules;
import java.io.Serial;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A field for an amount of money, a quantity, a percentage or another number with decimals. */
public final class DecimalField extends NumberInput<DecimalField, BigDecimal> {

  @Serial private static final long serialVersionUID = 1L;

  private final int shown;
  private @Nullable CurrencyField box;
  private transient Supplier<String> fixed = () -> "";

  private DecimalField(NumberRules rules, int shown) {
    super(rules);
    this.shown = shown;
  }

  /** For an amount of money to the hundredth, from 0. */
  public static DecimalField amount() {
    return new DecimalField(NumberRules.money(2), 2);
  }

  /** For a price to the ten-thousandth, from 0. */
  public static DecimalField price() {
    return new DecimalField(NumberRules.money(4), 2);
  }

  /** For a percentage from 0 to 100 with so many decimals at most. */
  public static DecimalField percent(int decimals) {
    return new DecimalField(NumberRules.percent(decimals), 0);
  }

  /** For any number with so many decimals at most. */
  public static DecimalField number(int decimals) {
    return new DecimalField(NumberRules.decimals(decimals), 0);
  }

  /** The same field with a label. */
  public DecimalField labelled(String label) {
    setLabel(label);
    return this;
  }

  /** The same field, which takes numbers within these bounds only. */
  public DecimalField between(@Nullable BigDecimal least, @Nullable BigDecimal most) {
    take(rules().between(least, most));
    return this;
  }

  /** Takes any number with so many decimals at most from now on. */
  public void decimals(int decimals) {
    take(new NumberRules(decimals, rules().least(), rules().most(), false, false, false));
  }

  /** A currency that is typed beside the amount goes into that field. */
  public void currencyIn(CurrencyField currency) {
    box = currency;
  }

  /** Amounts are in this currency: no other may be typed beside them. */
  public void currencyIs(Supplier<String> code) {
    fixed = code;
  }

  @Override
  boolean accepts(String currency) {
    return (box != null && !box.isReadOnly() && box.isVisible())
        || currency.equals(box == null ? fixed.get() : box.getValue());
  }

  @Override
  void currency(String code) {
    if (box != null && !Objects.equals(box.getValue(), code)) {
      box.setValue(code);
    }
  }

  @Override
  BigDecimal of(BigDecimal number) {
    return number;
  }

  @Override
  String text(BigDecimal value) {
    return NumberFormats.number(value, shown, writing());
  }
}
