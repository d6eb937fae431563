package eu.rempart.email.template;

/** A text with a signature below it, on lines of its own. */
public final class Signed {

  /** What mail programs know the beginning of a signature by, a line of its own (RFC 3676, 4.3). */
  private static final String MARK = "\n-- \n";

  private Signed() {}

  /** The text with a signature below it, or as it was where that is empty. */
  static String with(String text, String signature) {
    return signature.isEmpty() ? text : text + "\n" + MARK + signature;
  }

  /** A text with more words at its end, which stand above its signature. */
  public static String above(String text, String more) {
    int mark = text.lastIndexOf(MARK);
    int end = mark < 0 ? text.length() : mark;
    while (mark >= 0 && end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    String before = text.substring(0, end);
    boolean apart = before.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1));
    return before + (apart ? "" : " ") + more + text.substring(end);
  }
}
