package eu.rempart.search;

/** Names of the fields inside Lucene. */
final class Names {

  /** Whole words of all searched texts: for typos. */
  static final String WORDS = "w";

  /**
   * Words of the primary field: for near-equal names, and to rank the beginnings of names first.
   */
  static final String NAME = "n";

  /**
   * Groups of three letters inside words, and the first one and two letters behind a {@link
   * #START}.
   */
  static final String GRAMS = "g";

  /** E-mail addresses as a whole, folded: an import asks for one with each row. */
  static final String ADDRESSES = "a";

  /** Groups of four digits of phone numbers, the last one with an {@link #END}. */
  static final String DIGITS = "d";

  /** Everything searched, folded, one value a line: what a candidate is verified against. */
  static final String TEXT = "t";

  /** For each line of {@link #TEXT} the place of its field in the schema, one byte each. */
  static final String LINES = "l";

  /** Names of the fields that have a value. */
  static final String PRESENT = "has";

  static final String ID = "id";
  static final String ID_HIGH = "hi";
  static final String ID_LOW = "lo";

  static final char START = '^';
  static final char END = '$';

  private Names() {}

  static String sorted(SearchField<?> field) {
    return "s." + field.name();
  }

  static String filtered(SearchField<?> field) {
    return "f." + field.name();
  }
}
