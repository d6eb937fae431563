package eu.rempart.db;

import java.util.regex.Pattern;

/**
 * Why something is written, as a code that history keeps in clear: never free text, which might
 * hold customer data. Its words are under {@code history.reason.CODE} in the texts.
 *
 * @param code 1 to 40 characters: lower-case letters, digits, dots and hyphens
 * @param ofMany whether such a change may write thousands of rows, for which {@link Writes} lets
 *     the database plan its checks anew
 */
public record Reason(String code, boolean ofMany) {

  // before the constants, which are checked against it
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9.-]{0,39}");

  /** Somebody edited a record; says nothing that the change itself doesn't. */
  public static final Reason EDIT = new Reason("edit");

  /** Somebody archived records. */
  public static final Reason ARCHIVE = new Reason("archive");

  /** Something came back from the bin. */
  public static final Reason RESTORE = ofMany("restore");

  /** An old value was put back. */
  public static final Reason PUT_BACK = new Reason("put-back");

  /** A whole change was undone. */
  public static final Reason UNDO = ofMany("undo");

  /** Rows of a file came in. */
  public static final Reason IMPORT = ofMany("import");

  /** A reason to write a few rows. */
  public Reason(String code) {
    this(code, false);
  }

  /** A reason to write thousands of rows in one transaction. */
  public static Reason ofMany(String code) {
    return new Reason(code, true);
  }

  /** Takes a code. */
  public Reason {
    if (!SHAPE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a reason has 1 to 40 characters of a-z, 0-9, dot and hyphen, got %d characters"
              .formatted(code.length()));
    }
  }
}
