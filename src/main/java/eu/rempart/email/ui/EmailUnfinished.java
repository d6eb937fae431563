package eu.rempart.email.ui;

import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.email.EmailId;
import eu.rempart.email.Outgoing;
import eu.rempart.email.template.SignatureService;
import eu.rempart.history.RecordRef;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the member began to write and did not send: one new e-mail on each record, and answers. */
@Component
final class EmailUnfinished {

  private static final String KIND = "email";
  private static final Outgoing NOTHING = new Outgoing("", "", "", "", List.of());

  private final DraftService drafts;
  private final SignatureService signatures;

  EmailUnfinished(DraftService drafts, SignatureService signatures) {
    this.drafts = drafts;
    this.signatures = signatures;
  }

  /** Of a new e-mail from this record. */
  static DraftKey key(RecordRef about) {
    return new DraftKey(KIND, about.id());
  }

  /** Of an answer to this e-mail. */
  static DraftKey key(EmailId answered) {
    return new DraftKey(KIND, answered.value());
  }

  Optional<Outgoing> find(DraftKey key) {
    return drafts.find(key, Outgoing.class).map(draft -> draft.typed());
  }

  /** Keeps it, unless there is nothing of it but whom it goes to and who signs it. */
  void keep(DraftKey key, Outgoing typed) {
    if (typed.subject().isBlank() && typed.files().isEmpty() && signatures.isAllOf(typed.text())) {
      drafts.drop(key);
    } else {
      drafts.keep(key, 0, NOTHING, typed);
    }
  }

  void drop(DraftKey key) {
    drafts.drop(key);
  }
}
