package eu.rempart.search.word;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import org.apache.lucene.util.BytesRef;

/**
 * Sort keys by the rules of a language: accents break ties, case does not count, numbers inside
 * count as numbers. Not thread-safe: one for each thread, since a shared collator would make them
 * wait for each other.
 */
public final class Collation {

  /** Longer texts are told apart by their beginning only. */
  private static final int LONGEST = 120;

  private final Collator collator;
  private final RawCollationKey key = new RawCollationKey();

  /**
   * Loads the rules.
   *
   * @param locale whose order it is
   */
  public Collation(Locale locale) {
    collator = Collator.getInstance(ULocale.forLocale(locale));
    collator.setStrength(Collator.SECONDARY);
    if (collator instanceof RuleBasedCollator rules) {
      rules.setNumericCollation(true);
    }
  }

  /** Sorts, byte by byte, as the text does; of the first 120 characters. */
  public BytesRef key(String text) {
    String stripped = text.strip();
    RawCollationKey raw =
        collator.getRawCollationKey(
            stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped, key);
    // The last byte is the terminator that every key has.
    return BytesRef.deepCopyOf(new BytesRef(raw.bytes, 0, Math.max(0, raw.size - 1)));
  }
}
