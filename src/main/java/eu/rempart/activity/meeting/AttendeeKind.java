package eu.rempart.activity.meeting;

import eu.rempart.db.generated.ActivityAttendeeSealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What history and bin need to know about who is asked to a meeting. */
@Component
class AttendeeKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.ACTIVITY_ATTENDEE;
  }

  @Override
  public String displayName(KeptRow row) {
    return switch (row.open(ActivityAttendeeSealed.ADDRESS)) {
      case Opened.Clear<String>(var address) -> address == null ? "" : address;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  @Override
  public Map<String, String> codes() {
    return Map.of("answer", "activity.answer.", "mail_state", "activity.invited.");
  }

  @Override
  public Map<String, String> references() {
    return Map.of("activity_id", "activity", "contact_id", "contact", "member_id", MEMBER);
  }

  /**
   * When somebody answered, history says itself; what a server said often names an address that not
   * everybody may see; the rest are numbers of the post.
   */
  @Override
  public Set<String> hidden() {
    return Set.of(
        "answered_at",
        "answer_stamp",
        "invited_sequence",
        "mail_id",
        "mail_said",
        "invited_address");
  }
}
