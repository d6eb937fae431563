package eu.rempart.note;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.richtext.RichText;
import eu.rempart.richtext.RichTextTooLongException;

/** What a note must be like to be kept. */
public final class NoteRules {

  /** Most characters that are read. */
  public static final int MAX_PLAIN = 20_000;

  /** Most characters with their marks. */
  public static final int MAX_HTML = 100_000;

  private static final String BODY = "note.field.body";

  private NoteRules() {}

  /**
   * What of this HTML can be kept.
   *
   * @throws InvalidFieldException where nothing is written, or too much
   */
  static RichText clean(String untrusted) {
    try {
      return checked(RichText.clean(untrusted));
    } catch (RichTextTooLongException _) {
      throw new InvalidFieldException(BODY, Problem.TOO_LONG);
    }
  }

  /** As {@link #clean}, of what is clean already. */
  static RichText checked(RichText text) {
    String plain = text.plain();
    if (plain.isEmpty()) {
      throw new InvalidFieldException(BODY, Problem.REQUIRED);
    }
    if (plain.length() > MAX_PLAIN || text.html().length() > MAX_HTML) {
      throw new InvalidFieldException(BODY, Problem.TOO_LONG);
    }
    return text;
  }
}
