package eu.rempart.common.custom;

/**
 * What the values of a field of one's own are, and how they are kept. The names are those in the
 * table.
 */
public enum CustomKind {
  /** One line. */
  TEXT,
  /** Several lines. */
  LONG_TEXT,
  /** A decimal number, without zeros behind it: {@code 12.5}. */
  NUMBER,
  /** An amount and its currency: {@code 12.50 EUR}. */
  MONEY,
  /** ISO 8601. */
  DATE,
  /** {@code true} or {@code false}. */
  YES_NO,
  /** The code of one choice. */
  CHOICE,
  /** Codes of choices, sorted, with a comma between. */
  CHOICES,
  /** The address of a page, with its scheme. */
  LINK,
  /** A normalised e-mail address. */
  EMAIL,
  /** A phone number in its international form; as it was typed where that is not known. */
  PHONE;

  /** Whether lists sort by them: a long text says nothing by how it begins. */
  public boolean sortable() {
    return this != LONG_TEXT;
  }

  /** Whether values are taken from a list. */
  public boolean choosing() {
    return this == CHOICE || this == CHOICES;
  }
}
