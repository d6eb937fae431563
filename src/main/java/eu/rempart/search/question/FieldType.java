package eu.rempart.search.question;

/** What the values of a {@link SearchField} are, and how they are compared. */
public enum FieldType {
  /** Words, sorted by the collation of the installation's language. */
  TEXT,
  /** An e-mail address; case and accents do not count. */
  EMAIL,
  /** A phone number, best as E.164 ({@code +33612345678}); only digits count. */
  PHONE,
  /** A code compared byte by byte, such as a language or a tag. */
  KEYWORD,
  /** A constant of an enum, sorted in the order of its declaration. */
  CHOICE,
  UUID,
  FLAG,
  NUMBER,
  DATE,
  INSTANT;

  /** Whether it sorts by bytes, and not by a number. */
  public boolean sortsAsText() {
    return this == TEXT || this == EMAIL || this == PHONE || this == KEYWORD;
  }

  /**
   * Whether exact filters go by a term of the field; addresses have a term of their own, and phone
   * numbers, since each is unique, are found by their parts.
   */
  public boolean hasTerms() {
    return !isRange() && this != EMAIL && this != PHONE;
  }

  /** Whether filters ask for all between two values. */
  public boolean isRange() {
    return this == NUMBER || this == DATE || this == INSTANT;
  }
}
