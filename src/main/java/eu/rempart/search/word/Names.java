package eu.rempart.search.word;

import eu.rempart.search.question.SearchField;
import java.util.List;
import java.util.stream.Collectors;

/** Names of the fields inside Lucene. */
public final class Names {

  /** Whole words of all searched texts: for typos. */
  public static final String WORDS = "w";

  /**
   * Words of the primary field, their first one and two letters behind a {@link Grams#START}, and
   * all of them together as {@link #wholeName}: for near-equal names, and to rank names first.
   */
  public static final String NAME = "n";

  /**
   * Groups of three letters inside words, and the first one and two letters behind a {@link
   * Grams#START}.
   */
  public static final String GRAMS = "g";

  /** E-mail addresses as a whole, folded: an import asks for one with each row. */
  public static final String ADDRESSES = "a";

  /** Groups of four digits of phone numbers, the last one with an {@link Grams#END}. */
  public static final String DIGITS = "d";

  /** Everything searched, folded, one value a line: what a candidate is verified against. */
  public static final String TEXT = "t";

  /** For each line of {@link #TEXT} the place of its field in the schema, one byte each. */
  public static final String LINES = "l";

  /** Names of the fields that have a value. */
  public static final String PRESENT = "has";

  /** Ids as 16 bytes, to find a document by. */
  public static final String ID = "id";

  /** The first half of ids as a number, to read them. */
  public static final String ID_HIGH = "hi";

  /** The other half. */
  public static final String ID_LOW = "lo";

  /** Terms are cut behind so many letters. */
  public static final int LONGEST_TERM = 200;

  private Names() {}

  /** One term for all words of a name, the same in any order. */
  public static String wholeName(List<String> words) {
    String whole = words.stream().distinct().sorted().collect(Collectors.joining(" ", "=", ""));
    return whole.length() > LONGEST_TERM ? whole.substring(0, LONGEST_TERM) : whole;
  }

  /** Where the sort keys of a field stand. */
  public static String sorted(SearchField<?> field) {
    return "s." + field.name();
  }

  /** Where the terms for exact filters of a field stand. */
  public static String filtered(SearchField<?> field) {
    return "f." + field.name();
  }
}
