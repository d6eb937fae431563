package eu.rempart.note.ui;

import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.history.RecordRef;
import eu.rempart.note.Note;
import eu.rempart.richtext.RichText;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the member began to write and did not save: one new note on each record, and changes. */
@Component
final class NoteUnfinished {

  /** What is kept of a field. */
  record Typed(String html) {

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Typed[hidden]";
    }
  }

  private static final String KIND = "note";
  private static final Typed NOTHING = new Typed("");

  private final DraftService drafts;

  NoteUnfinished(DraftService drafts) {
    this.drafts = drafts;
  }

  /** Of a new note about this record. */
  static DraftKey key(RecordRef about) {
    return new DraftKey(KIND, about.id());
  }

  /** Of changes to this note. */
  static DraftKey key(Note note) {
    return new DraftKey(KIND, note.id().value());
  }

  /** What was begun, and on which version of the note. */
  Optional<Draft<Typed>> find(DraftKey key) {
    return drafts.find(key, Typed.class);
  }

  /**
   * Keeps what is typed.
   *
   * @param version of the note on which the member began; 0 for a new one
   */
  void keep(DraftKey key, int version, String html) {
    if (html.isEmpty()) {
      drafts.drop(key);
    } else if (html.length() <= RichText.MAX_READ) { // more is refused on saving, with a sentence
      drafts.keep(key, version, NOTHING, new Typed(html));
    }
  }

  void drop(DraftKey key) {
    drafts.drop(key);
  }
}
