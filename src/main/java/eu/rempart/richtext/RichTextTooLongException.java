package eu.rempart.richtext;

/** More text than anybody writes. */
public final class RichTextTooLongException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RichTextTooLongException(int length) {
    super("a text of %d characters, expected at most %d".formatted(length, RichText.MAX_READ));
  }
}
