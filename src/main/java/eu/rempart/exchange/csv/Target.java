package eu.rempart.exchange.csv;

import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one column is imported as.
 *
 * @param slot ties columns together that speak of one thing: the label, street and city of the
 *     second address. 0 where there is only one
 * @param custom the organisation's own field, as it was when the column was mapped: it goes on by
 *     its id, whatever it is called meanwhile; null for others
 */
public record Target(Field field, int slot, @Nullable CustomField custom) {

  /** Not imported. */
  public static final Target IGNORE = of(Field.IGNORE);

  /** Numbers, which may be written in two ways. */
  private static final Set<Field> NUMBERS =
      EnumSet.of(
          Field.COMPANY_REVENUE,
          Field.DEAL_AMOUNT,
          Field.DEAL_PRODUCT_PRICE,
          Field.DEAL_PRODUCT_QUANTITY,
          Field.DEAL_PRODUCT_DISCOUNT,
          Field.DEAL_PROBABILITY);

  /** Dates, which may be written with the day first or the month. */
  static final Set<Field> DATES =
      EnumSet.of(
          Field.BIRTHDAY,
          Field.DEAL_EXPECTED_CLOSE,
          Field.DEAL_CLOSED,
          Field.ACTIVITY_WHEN,
          Field.ACTIVITY_DONE);

  /** Whether its cells are read as dates. */
  boolean isDate() {
    return DATES.contains(field) || (custom != null && custom.kind() == CustomKind.DATE);
  }

  /** Whether its cells are read as numbers. */
  boolean isNumber() {
    return NUMBERS.contains(field)
        || (custom != null
            && (custom.kind() == CustomKind.NUMBER || custom.kind() == CustomKind.MONEY));
  }

  /** A field that Rempart has itself. */
  public Target(Field field, int slot) {
    this(field, slot, null);
  }

  /** A field of which there is one. */
  public static Target of(Field field) {
    return new Target(field, 0);
  }

  /** One of the organisation's own fields. */
  public static Target of(Field field, CustomField custom) {
    return new Target(field, 0, custom);
  }
}
