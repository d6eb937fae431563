package eu.rempart.note;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.NoteSealed;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.RecordKind;
import eu.rempart.richtext.RichText;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about notes. */
@Component
class NoteKind implements RecordKind {

  /** Characters of a note's beginning that stand for it. */
  static final int NAME = 80;

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.NOTE;
  }

  @Override
  public String displayName(KeptRow row) {
    return switch (row.open(NoteSealed.BODY)) {
      case Opened.Clear<String>(var body) -> body == null ? "" : new RichText(body).beginning(NAME);
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  @Override
  public String plain(String column, String value) {
    return column.equals("body") ? new RichText(value).plain() : value;
  }

  /** It goes to the bin with the record that it is about, and is a record of its own. */
  @Override
  public boolean isLink() {
    return false;
  }

  @Override
  public boolean isPart() {
    return false;
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("notes/" + id);
  }
}
