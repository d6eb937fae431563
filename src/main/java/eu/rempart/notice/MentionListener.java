package eu.rempart.notice;

import eu.rempart.note.Mentioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever is mentioned in a note. */
@Component
class MentionListener {

  private final NoticeService notices;

  MentionListener(NoticeService notices) {
    this.notices = notices;
  }

  @EventListener
  void mentioned(Mentioned note) {
    notices.tell(NoticeKind.MENTIONED, note.about(), note.members());
  }
}
