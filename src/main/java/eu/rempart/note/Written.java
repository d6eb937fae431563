package eu.rempart.note;

import java.util.Set;

/** What came of writing a note. */
public sealed interface Written {

  /**
   * It is kept.
   *
   * @param untold names as they stand in the text of people who were mentioned and may not see the
   *     record, or are no members any more: their mention became plain text, and nobody is told
   */
  record Kept(Note note, Set<String> untold) implements Written {

    public Kept {
      untold = Set.copyOf(untold);
    }

    /** Names are customer data. */
    @Override
    public String toString() {
      return "Kept[" + note.id() + "]";
    }
  }

  /** Somebody else wrote meanwhile; nothing was kept. */
  record Stale(Note current) implements Written {}

  /** The note, or the record that it is about, is not there any more. */
  record Gone() implements Written {}
}
