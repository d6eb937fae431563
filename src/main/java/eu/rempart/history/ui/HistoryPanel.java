package eu.rempart.history.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import eu.rempart.history.ColumnParts;
import eu.rempart.history.FieldChange;
import eu.rempart.history.HistoryEvent;
import eu.rempart.history.HistoryService;
import eu.rempart.history.Linked;
import eu.rempart.history.PutBack;
import eu.rempart.history.RecordKind;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.RecordRef;
import eu.rempart.history.Viewer;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that happened to one record; made by {@link HistoryPanels}. */
@StyleSheet("styles/history.css")
public final class HistoryPanel extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final int STEP = 50;

  private final transient HistoryService history;
  private final transient RecordKinds kinds;
  private final transient Viewer viewer;
  private final transient CustomFields custom;
  private final transient RecordRef record;
  private final transient Runnable changed;
  private final OrderedList lines = new OrderedList();
  private final Button older = new Button(t("history.older"));
  private transient List<HistoryEvent> events = List.of();
  private int shown;

  HistoryPanel(
      HistoryService history,
      RecordKinds kinds,
      Viewer viewer,
      CustomFields custom,
      RecordRef record,
      Runnable changed) {
    this.history = history;
    this.kinds = kinds;
    this.viewer = viewer;
    this.custom = custom;
    this.record = record;
    this.changed = changed;
    getContent().addClassName("history-panel");
    lines.addClassName("history");
    lines.getElement().setAttribute("aria-label", t("history.title"));
    older.addClickListener(_ -> showMore());
    Button asOf = new Button(t("history.as.of"), Glyph.CALENDAR.create());
    asOf.addClickListener(_ -> new AsOfDialog(history, kinds, record, custom.book()).open());
    Div tools = new Div(asOf);
    tools.addClassName("history-tools");
    getContent().add(tools, lines, older);
    refresh();
  }

  /** Reads the history anew. */
  public void refresh() {
    events = history.timeline(record);
    lines.removeAll();
    shown = 0;
    if (events.isEmpty()) {
      getContent()
          .add(new EmptyState(Glyph.HISTORY, t("history.none.title"), t("history.none.sentence")));
    }
    showMore();
  }

  private void showMore() {
    List<HistoryEvent> next = events.stream().skip(shown).limit(STEP).toList();
    Map<UUID, String> names =
        history.memberNames(
            next.stream()
                .map(HistoryEvent::by)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    CustomBook book = custom.book();
    for (HistoryEvent event : next) {
      UUID by = event.by();
      String who = by == null ? "" : names.getOrDefault(by, "");
      Linked link = event.link();
      RecordKind kind = kinds.of(link == null ? record.kind() : link.linkKind());
      boolean part = link != null && kind.isPart();
      lines.add(
          new EventLine(
              event, who, new ValueTexts(history, kind, book), part, putBackFor(event, part)));
    }
    shown += next.size();
    older.setVisible(shown < events.size());
  }

  private EventLine.@Nullable PuttingBack putBackFor(HistoryEvent event, boolean part) {
    boolean possible =
        (event.link() == null || part)
            && isLive(null)
            && isLive(event.link())
            && viewer.may(Viewer.Act.WRITE);
    return possible ? new Back() : null;
  }

  private boolean isLive(@Nullable Linked part) {
    return newest(part).what() != HistoryEvent.What.ARCHIVED;
  }

  /** The newest event of the record itself, or of a part of it. */
  private HistoryEvent newest(@Nullable Linked part) {
    return events.stream()
        .filter(event -> Objects.equals(event.link(), part))
        .findFirst()
        .orElseThrow();
  }

  /** Nothing is put back with which a column would go along that whoever looks may not change. */
  private boolean isOffered(HistoryEvent event, FieldChange change) {
    Linked link = event.link();
    String whose = link == null ? record.kind() : link.linkKind();
    Set<String> fixed = viewer.fixed(whose);
    String column = ColumnParts.column(change.column());
    if (fixed.contains(change.column()) || fixed.contains(column)) {
      return false;
    }
    Set<String> along = new HashSet<>(kinds.of(whose).alongWith(column));
    along.retainAll(fixed);
    return along.isEmpty()
        || events.stream()
            .filter(since -> Objects.equals(since.link(), link))
            .filter(since -> since.version() >= event.version())
            .flatMap(since -> since.changes().stream())
            .noneMatch(later -> along.contains(later.column()));
  }

  private void putBack(HistoryEvent event, FieldChange change) {
    Linked part = event.link();
    PutBack answer =
        history.putBack(
            part == null ? record : part.record(),
            event.version() - 1,
            change.column(),
            newest(part).version());
    switch (answer) {
      case PutBack.Done _ -> {
        Notices.success(t("history.put.back.done"));
        changed.run();
      }
      case PutBack.Stale _ -> Notices.error(t("history.put.back.stale"));
      case PutBack.Gone _ -> Notices.error(t("history.put.back.gone"));
      case PutBack.Refused _ -> Notices.error(t("history.put.back.refused"));
    }
    refresh();
  }

  private final class Back implements EventLine.PuttingBack {

    @Override
    public boolean offers(HistoryEvent event, FieldChange change) {
      return isOffered(event, change);
    }

    @Override
    public void putBack(HistoryEvent event, FieldChange change) {
      HistoryPanel.this.putBack(event, change);
    }
  }
}
