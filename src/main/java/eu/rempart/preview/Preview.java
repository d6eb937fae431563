package eu.rempart.preview;

import eu.rempart.common.Picture;
import java.util.List;

/** What can be shown of a file. */
public sealed interface Preview {

  /**
   * A page of it, drawn anew.
   *
   * @param page from 0
   * @param pages how many there are; 1 for a picture
   */
  record Page(Picture picture, int page, int pages) implements Preview {}

  /**
   * Its text.
   *
   * @param cut whether there is more
   */
  record Text(String text, boolean cut) implements Preview {

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Text[hidden]";
    }
  }

  /**
   * The beginning of its first sheet; rows may differ in length.
   *
   * @param cut whether there are more rows, columns or sheets
   */
  record Sheet(List<List<String>> rows, boolean cut) implements Preview {

    public Sheet {
      rows = List.copyOf(rows);
    }

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Sheet[hidden]";
    }
  }

  /** Nothing can be shown. */
  record None(Reason reason) implements Preview {}

  /** Why nothing can be shown. */
  enum Reason {
    /** Such files are only kept: programs, archives, drawings that may hold scripts, and more. */
    KIND,
    /** It is larger than what is looked into. */
    TOO_LARGE,
    /** It is not what it seems, or locked by a password of its own. */
    DAMAGED,
    /** Looking into it took too long, or too much memory: it may have been made to. */
    TOO_MUCH
  }
}
