package eu.rempart.activity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;

/** What other rooms are told of activities, in the transaction that changes them. */
final class ActivityNews {

  private final ActivityRepository repository;
  private final ApplicationEventPublisher events;

  ActivityNews(ActivityRepository repository, ApplicationEventPublisher events) {
    this.repository = repository;
    this.events = events;
  }

  /** Before they do not happen any more. */
  void callOff(Collection<ActivityId> ids) {
    events.publishEvent(new CalledOff(List.copyOf(ids)));
  }

  /** The recurring activities out of which these were taken, before these go. */
  Set<ActivityId> seriesOf(Collection<ActivityId> ids) {
    return repository.seriesOf(ids.stream().map(ActivityId::value).toList());
  }

  /** After these changed. */
  void changed(Collection<ActivityId> ids) {
    occurrences(seriesOf(ids));
  }

  /** After these changed or came back, or what was taken out of them. */
  void undone(Collection<ActivityId> ids) {
    Set<ActivityId> all = new HashSet<>(seriesOf(ids));
    all.addAll(ids);
    occurrences(all);
  }

  /** After occurrences of these changed. */
  void occurrences(Set<ActivityId> series) {
    if (!series.isEmpty()) {
      events.publishEvent(new OccurrencesChanged(series, null));
    }
  }
}
