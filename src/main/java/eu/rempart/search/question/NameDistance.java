package eu.rempart.search.question;

import eu.rempart.search.word.Folding;
import eu.rempart.search.word.Words;
import java.util.List;

/** How far a name is from what somebody typed, case and accents aside. */
public final class NameDistance {

  /** The name has not all of the words, nor words that begin so. */
  public static final int OTHER = 2;

  private NameDistance() {}

  /**
   * 0 if the name has all the words typed, 1 if it has words that begin so, else {@link #OTHER}.
   */
  public static int between(String typed, String name) {
    List<String> parts = Words.of(Folding.fold(typed));
    List<String> words = Words.of(Folding.fold(name));
    boolean begins =
        parts.stream().allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
    return words.containsAll(parts) ? 0 : begins ? 1 : OTHER;
  }
}
