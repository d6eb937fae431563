package eu.rempart.history.ui;

import com.vaadin.flow.component.Component;
import eu.rempart.common.TimelineKey;
import eu.rempart.history.HistoryEvent;
import eu.rempart.history.HistoryService;
import eu.rempart.history.Linked;
import eu.rempart.history.RecordKind;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.timeline.TimelineSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes to a record in its timeline: those that people made, or those that imports made. */
final class HistoryTimeline implements TimelineSource {

  private final HistoryService history;
  private final RecordKinds kinds;
  private final CustomFields custom;
  private final String labelKey;
  private final Predicate<HistoryEvent> which;

  HistoryTimeline(
      HistoryService history,
      RecordKinds kinds,
      CustomFields custom,
      String labelKey,
      Predicate<HistoryEvent> which) {
    this.custom = custom;
    this.history = history;
    this.kinds = kinds;
    this.labelKey = labelKey;
    this.which = which;
  }

  @Override
  public String labelKey() {
    return labelKey;
  }

  /** Records that have a page of their own. */
  @Override
  public boolean isOn(String kind) {
    return kinds.find(kind).filter(known -> !known.isLink()).isPresent();
  }

  @Override
  public Strand of(String kind, UUID record) {
    return new Events(new RecordRef(kind, record));
  }

  private final class Events implements Strand {

    private final RecordRef record;
    private final Map<UUID, HistoryEvent> read = new LinkedHashMap<>();

    Events(RecordRef record) {
      this.record = record;
    }

    @Override
    public List<TimelineKey> keys(@Nullable TimelineKey before, int limit) {
      if (before == null) {
        read();
      }
      return read.entrySet().stream()
          .dropWhile(event -> before != null && !event.getKey().equals(before.id()))
          .skip(before == null ? 0 : 1)
          .limit(limit)
          .map(event -> new TimelineKey(event.getValue().at(), event.getKey()))
          .toList();
    }

    /** Events have no ids: their places serve. */
    private void read() {
      read.clear();
      history.timeline(record).stream()
          .filter(which)
          .forEach(event -> read.put(new UUID(0, read.size()), event));
    }

    @Override
    public Map<UUID, Component> show(Collection<UUID> ids, Runnable changed) {
      Map<UUID, String> names =
          history.memberNames(
              ids.stream()
                  .map(id -> Objects.requireNonNull(read.get(id)).by())
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet()));
      Map<UUID, Component> lines = new HashMap<>();
      CustomBook book = custom.book();
      ids.forEach(id -> lines.put(id, line(Objects.requireNonNull(read.get(id)), names, book)));
      return lines;
    }

    private EventLine line(HistoryEvent event, Map<UUID, String> names, CustomBook book) {
      UUID by = event.by();
      Linked link = event.link();
      RecordKind kind = kinds.of(link == null ? record.kind() : link.linkKind());
      return new EventLine(
          event,
          by == null ? "" : names.getOrDefault(by, ""),
          new ValueTexts(history, kind, book),
          link != null && kind.isPart(),
          null);
    }
  }
}
