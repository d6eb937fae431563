package eu.rempart.exchange.csv;

/**
 * What one column is imported as.
 *
 * @param slot ties columns together that speak of one thing: the label, street and city of the
 *     second address. 0 where there is only one
 */
public record Target(Field field, int slot) {

  /** Not imported. */
  public static final Target IGNORE = of(Field.IGNORE);

  /** A field of which there is one. */
  public static Target of(Field field) {
    return new Target(field, 0);
  }
}
