package eu.rempart.shell.timeline;

import com.vaadin.flow.component.Component;
import eu.rempart.shell.RecordTab;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;

/** The timeline on the pages of all records that anything happens with. */
@org.springframework.stereotype.Component
@Order(10)
final class TimelineTab implements RecordTab {

  private final ObjectProvider<TimelineSource> sources;

  TimelineTab(ObjectProvider<TimelineSource> sources) {
    this.sources = sources;
  }

  @Override
  public String key() {
    return "timeline";
  }

  @Override
  public String labelKey() {
    return "timeline.tab";
  }

  @Override
  public boolean isOn(String kind) {
    return !of(kind).isEmpty();
  }

  @Override
  public Component show(String kind, UUID id) {
    return new RecordTimeline(of(kind), kind, id);
  }

  private List<TimelineSource> of(String kind) {
    return sources.orderedStream().filter(source -> source.isOn(kind)).toList();
  }
}
