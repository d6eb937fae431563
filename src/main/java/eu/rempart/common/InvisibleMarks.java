package eu.rempart.common;

/**
 * Takes out characters that nobody sees and that make a text read or compare otherwise than it
 * looks: marks that turn the writing direction (a name that reads backwards; Unicode Technical
 * Report 36, 2.10), spaces without width, byte order marks inside of a text. Windows' address book
 * copies phone numbers with such marks around them. Joiners stay: Persian names and emoji need
 * them.
 */
public final class InvisibleMarks {

  private InvisibleMarks() {}

  /** The text without them; the same text where it has none. */
  public static String strip(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (isMark(text.charAt(i))) {
        return stripFrom(text, i);
      }
    }
    return text;
  }

  private static String stripFrom(String text, int first) {
    var kept = new StringBuilder(text.length()).append(text, 0, first);
    for (var i = first + 1; i < text.length(); i++) {
      var c = text.charAt(i);
      if (!isMark(c)) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private static boolean isMark(char c) {
    if (c < 0xAD) {
      return false;
    }
    return c == '\u00AD' // soft hyphen
        || c == '\u061C' // Arabic letter mark
        || c == '\u180E' // Mongolian vowel separator
        || c == '\u200B' // space without width
        || c == '\u200E' // left-to-right mark
        || c == '\u200F' // right-to-left mark
        || (c >= '\u202A' && c <= '\u202E') // embeddings and overrides
        || (c >= '\u2060' && c <= '\u206F') // word joiner, invisible operators, isolates
        || c == '\uFEFF' // byte order mark
        || (c >= '\uFFF9' && c <= '\uFFFB'); // annotations
  }
}
