package eu.rempart.search.word;

import java.util.ArrayList;
import java.util.List;

/** Cuts folded text into words: runs of letters and digits of any script. */
public final class Words {

  private Words() {}

  /** The words of a folded text, in their order. */
  public static List<String> of(String folded) {
    List<String> words = new ArrayList<>(4);
    int start = -1;
    int i = 0;
    while (i < folded.length()) {
      int c = folded.codePointAt(i);
      if (isWordPart(c)) {
        if (start < 0) {
          start = i;
        }
      } else if (start >= 0) {
        words.add(folded.substring(start, i));
        start = -1;
      }
      i += Character.charCount(c);
    }
    if (start >= 0) {
      words.add(folded.substring(start));
    }
    return words;
  }

  private static boolean isWordPart(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
