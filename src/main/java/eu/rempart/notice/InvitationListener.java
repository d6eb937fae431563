package eu.rempart.notice;

import eu.rempart.activity.meeting.MembersInvited;
import eu.rempart.history.RecordRef;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever is asked to a meeting. */
@Component
class InvitationListener {

  private final NoticeService notices;

  InvitationListener(NoticeService notices) {
    this.notices = notices;
  }

  @EventListener
  void invited(MembersInvited asked) {
    notices.tell(
        NoticeKind.INVITED, new RecordRef("activity", asked.meeting().value()), asked.members());
  }
}
