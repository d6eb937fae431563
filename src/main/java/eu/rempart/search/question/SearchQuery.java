package eu.rempart.search.question;

import org.jspecify.annotations.Nullable;

/**
 * What to look for among the records of one kind, and in which order. Any text is safe: there is no
 * query language.
 *
 * @param text words, parts of words, e-mails or phone numbers, all of which must be found; blank
 *     finds everything
 * @param sort null for the best first where there is a text (what was typed as a name, as words of
 *     one, as their beginnings, as words anywhere, inside of words), and among equals by the kind's
 *     primary field, ascending
 */
public record SearchQuery(String kind, String text, Filter filter, @Nullable SearchSort sort) {

  public static SearchQuery all(String kind) {
    return new SearchQuery(kind, "", Filter.EVERYTHING, null);
  }

  public SearchQuery text(@Nullable String newText) {
    return new SearchQuery(kind, newText == null ? "" : newText, filter, sort);
  }

  public SearchQuery filter(Filter newFilter) {
    return new SearchQuery(kind, text, newFilter, sort);
  }

  public SearchQuery sort(@Nullable SearchSort newSort) {
    return new SearchQuery(kind, text, filter, newSort);
  }

  /** Whether there is nothing in the text but space of any kind. */
  public boolean hasNoText() {
    return isBlank(text);
  }

  /** Whether there is nothing but space of any kind. */
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  @Override
  public String toString() {
    return "SearchQuery[" + kind + "]";
  }
}
