package eu.rempart.search.rule;

/** How the values of a field are compared. */
public enum Operator {
  /** One of the field's values is one of those given. */
  IS,
  /** None of the field's values is; a field without a value passes. */
  IS_NOT,
  /** A value begins so, accents and case aside. */
  STARTS_WITH,
  /** A value has this anywhere, accents and case aside. */
  CONTAINS,
  /** At least so large, or so late. */
  FROM,
  /** At most so large, or so late. */
  TO,
  /** Within so many days before today, today included. */
  LAST_DAYS,
  /** Within so many days after today, today included. */
  NEXT_DAYS,
  FILLED,
  EMPTY;

  /** Whether it compares with values at all. */
  public boolean needsValue() {
    return this != FILLED && this != EMPTY;
  }
}
