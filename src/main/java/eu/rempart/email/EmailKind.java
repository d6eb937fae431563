package eu.rempart.email;

import eu.rempart.db.generated.EmailSealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about e-mails. */
@Component
class EmailKind implements RecordKind {

  private final EmailSight sight;

  EmailKind(EmailSight sight) {
    this.sight = sight;
  }

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.EMAIL;
  }

  @Override
  public String displayName(KeptRow row) {
    return switch (row.open(EmailSealed.SUBJECT)) {
      case Opened.Clear<String>(var subject) -> subject == null ? "" : sight.subject(subject);
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  @Override
  public Map<String, String> codes() {
    return Map.of("state", "email.state.", "direction", "email.direction.");
  }

  /** How lists are written nobody reads, and a strange page is not to be read as text. */
  @Override
  public Set<String> hidden() {
    return Set.of(
        "mail_id", "recipients", "copies", "html", "message_id", "answers", "attachments");
  }

  /** It goes to the bin with the record that it lies on, and is a record of its own. */
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
    return Optional.of("emails/" + id);
  }
}
