package eu.rempart.exchange.run.match;

import eu.rempart.contact.ContactData;
import eu.rempart.exchange.value.TextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether two names may be one person's. Strict on purpose: Paul and Paula, Jean and Jeanne share
 * mailboxes, so neither a common beginning nor a typo counts; what it keeps apart wrongly is shown
 * as a possible duplicate, what it joined wrongly would be lost.
 */
final class SameName {

  private static final Set<String> TITLES =
      Set.of(
          "m", "mr", "mrs", "ms", "miss", "mme", "mlle", "dr", "prof", "ing", "me", "herr", "frau",
          "dhr", "mevr", "mw", "dl", "dna", "jr", "sr");

  private final List<String> first;
  private final List<String> last;

  private SameName(@Nullable String first, @Nullable String last) {
    this.first = words(first);
    this.last = words(last);
  }

  static SameName of(ContactData data) {
    return of(data.firstName(), data.lastName());
  }

  static SameName of(@Nullable String first, @Nullable String last) {
    return new SameName(first, last);
  }

  /** Whether there is no name at all. */
  boolean isEmpty() {
    return first.isEmpty() && last.isEmpty();
  }

  /**
   * One name may lack words of the other, have initials for them, or have them in another order; no
   * name agrees with any.
   */
  boolean agreesWith(SameName other) {
    return within(all(), other.all()) || (within(first, other.first) && within(last, other.last));
  }

  /** The same words, in whatever order; never for people without a name. */
  boolean isExactly(SameName other) {
    return !isEmpty()
        && all().stream().sorted().toList().equals(other.all().stream().sorted().toList());
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(first);
    all.addAll(last);
    return all;
  }

  /** Each word of the shorter one is in the longer one, and one of them as more than an initial. */
  private static boolean within(List<String> one, List<String> other) {
    List<String> shorter = one.size() <= other.size() ? one : other;
    List<String> longer = new ArrayList<>(one.size() <= other.size() ? other : one);
    boolean whole = shorter.isEmpty();
    for (String word : shorter) {
      boolean equal = longer.remove(word);
      whole |= equal;
      if (!equal && !removeInitial(longer, word)) {
        return false;
      }
    }
    return whole || (shorter.size() == 1 && longer.isEmpty());
  }

  private static boolean removeInitial(List<String> words, String word) {
    for (int i = 0; i < words.size(); i++) {
      String other = words.get(i);
      boolean initial = word.length() == 1 || other.length() == 1;
      if (initial && word.charAt(0) == other.charAt(0)) {
        words.remove(i);
        return true;
      }
    }
    return false;
  }

  private static List<String> words(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    List<String> words = new ArrayList<>(List.of(TextKey.of(text).split(" ", -1)));
    words.removeIf(word -> word.isEmpty() || TITLES.contains(word));
    return words;
  }

  @Override
  public String toString() {
    return "SameName[hidden]";
  }
}
