package eu.rempart.archive;

import eu.rempart.db.RowsArchived;
import eu.rempart.vault.event.RecordsMoved;
import eu.rempart.vault.event.RecordsMoved.Way;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says to whoever looks for abuse that members archived records, through whichever room. */
@Component
class Archivals {

  private final ApplicationEventPublisher events;

  Archivals(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void archived(RowsArchived rows) {
    events.publishEvent(new RecordsMoved(rows.memberId(), Way.ARCHIVED, rows.count()));
  }
}
