package eu.rempart.email.ui;

import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.email.Outgoing;
import eu.rempart.history.RecordRef;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the member began to write and did not send: one e-mail on each record. */
@Component
final class EmailUnfinished {

  private static final String KIND = "email";
  private static final Outgoing NOTHING = new Outgoing("", "", "", "", List.of());

  private final DraftService drafts;

  EmailUnfinished(DraftService drafts) {
    this.drafts = drafts;
  }

  private static DraftKey key(RecordRef about) {
    return new DraftKey(KIND, about.id());
  }

  Optional<Outgoing> find(RecordRef about) {
    return drafts.find(key(about), Outgoing.class).map(draft -> draft.typed());
  }

  void keep(RecordRef about, Outgoing typed) {
    if (typed.subject().isBlank() && typed.text().isBlank() && typed.files().isEmpty()) {
      drafts.drop(key(about));
    } else {
      drafts.keep(key(about), 0, NOTHING, typed);
    }
  }

  void drop(RecordRef about) {
    drafts.drop(key(about));
  }
}
