package eu.rempart.search.word;

import java.util.Arrays;
import java.util.List;

/** Compares two names word by word, whatever the order of their words. */
public final class NearNames {

  /** Words of a name that are compared; those behind them are not. */
  public static final int MOST_WORDS = 6;

  /** Shorter words must be equal. */
  private static final int LEAST_LETTERS_FOR_TYPO = 4;

  private NearNames() {}

  /**
   * Whether each word of one name stands for a word of its own in the other, with one typo at most:
   * "Maria Marin" is not in "Marie Vanbrugge", where one word would stand for both.
   *
   * @param words folded, the first {@link #MOST_WORDS} are compared
   * @param others folded
   */
  public static boolean isIn(List<String> words, List<String> others) {
    List<String> wanted = words.stream().limit(MOST_WORDS).toList();
    return wanted.size() <= others.size() && isIn(wanted, 0, others, new boolean[others.size()]);
  }

  private static boolean isIn(List<String> words, int at, List<String> others, boolean[] taken) {
    if (at == words.size()) {
      return true;
    }
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i] && isNear(words.get(at), others.get(i))) {
        taken[i] = true;
        if (isIn(words, at + 1, others, taken)) {
          return true;
        }
        taken[i] = false;
      }
    }
    return false;
  }

  /** Equal, or with one letter too many, missing, wrong, or in the wrong place. */
  static boolean isNear(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    if (a.length < LEAST_LETTERS_FOR_TYPO || Math.abs(a.length - b.length) > 1) {
      return false;
    }
    int first = Math.max(0, Arrays.mismatch(a, b));
    if (a.length != b.length) {
      int[] longer = a.length > b.length ? a : b;
      int[] shorter = a.length > b.length ? b : a;
      return Arrays.equals(longer, first + 1, longer.length, shorter, first, shorter.length);
    }
    boolean wrong = Arrays.equals(a, first + 1, a.length, b, first + 1, b.length);
    boolean turned =
        first + 1 < a.length
            && a[first] == b[first + 1]
            && a[first + 1] == b[first]
            && Arrays.equals(a, first + 2, a.length, b, first + 2, b.length);
    return wrong || turned;
  }
}
