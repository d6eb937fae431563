package eu.rempart.activity.ui;

import com.vaadin.flow.component.Component;
import eu.rempart.account.CurrentMember;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.calendar.CalendarService;
import eu.rempart.common.TimelineKey;
import eu.rempart.shell.timeline.TimelineSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** Activities, done and to come, in the timelines of contacts, companies and deals. */
@org.springframework.stereotype.Component
@Order(20)
final class ActivityTimeline implements TimelineSource {

  private final CalendarService calendar;
  private final ActivityService activities;
  private final ActivityMarking marking;
  private final CurrentMember member;

  ActivityTimeline(
      CalendarService calendar,
      ActivityService activities,
      ActivityMarking marking,
      CurrentMember member) {
    this.calendar = calendar;
    this.activities = activities;
    this.marking = marking;
    this.member = member;
  }

  @Override
  public String labelKey() {
    return "activity.list.title";
  }

  @Override
  public boolean isOn(String kind) {
    return CalendarService.isAbout(kind);
  }

  @Override
  public Strand of(String kind, UUID record) {
    return new Activities(kind, record);
  }

  private final class Activities implements Strand {

    private final String kind;
    private final UUID record;

    Activities(String kind, UUID record) {
      this.kind = kind;
      this.record = record;
    }

    @Override
    public List<TimelineKey> keys(@Nullable TimelineKey before, int limit) {
      return calendar.timeline(kind, record, before, limit);
    }

    @Override
    public Map<UUID, Component> show(Collection<UUID> ids, Runnable changed) {
      ActivityLines.Toggle toggle = (row, to, _) -> marking.mark(List.of(row.id()), to, changed);
      Map<UUID, Component> shown = new HashMap<>();
      activities
          .rows(ids.stream().map(ActivityId::new).toList(), ActivityLines.READ)
          .forEach(
              row -> shown.put(row.id().value(), ActivityLines.of(List.of(row), member, toggle)));
      return shown;
    }
  }
}
