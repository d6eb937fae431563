package eu.rempart.activity.meeting;

import eu.rempart.activity.series.SeriesSplit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets those who are asked to a series be asked to what goes on of it elsewhere. */
@Component
class SplitListener {

  private final AttendeeRepository repository;

  SplitListener(AttendeeRepository repository) {
    this.repository = repository;
  }

  @EventListener
  void split(SeriesSplit split) {
    repository.copy(split.series(), split.rest());
  }
}
