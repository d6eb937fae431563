package eu.rempart.shell.timeline;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.shared.Registration;
import eu.rempart.shell.part.EmptyState;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.timeline.Braid.Knot;
import eu.rempart.shell.timeline.TimelineSource.Strand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened with one record, of all kinds or of one, newest first, page by page. */
@StyleSheet("styles/timeline.css")
public final class RecordTimeline extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final int STEP = 20;

  /** After a change as much is read again as was shown, but no more than this. */
  private static final int MOST_AGAIN = 100;

  private final transient Map<TimelineSource, Strand> strands = new LinkedHashMap<>();
  private final Map<@Nullable String, Button> choices = new LinkedHashMap<>();
  private final Div adding = new Div();
  private final Div pinned = new Div();
  private final OrderedList lines = new OrderedList();
  private final Div none = new Div();
  private final Button older = new Button(t("timeline.older"), _ -> showMore(STEP));
  private @Nullable String only;
  private transient Braid braid = new Braid(List.of());
  private @Nullable Registration listening;
  private int shown;

  /** Told to a page when something that may be in a timeline was changed elsewhere on it. */
  public static final class Changed extends ComponentEvent<UI> {

    private static final long serialVersionUID = 1L;

    private Changed(UI page) {
      super(page, false);
    }
  }

  /** Lets the timeline on this page be read anew, if there is one. */
  public static void changed() {
    UI page = UI.getCurrentOrThrow();
    ComponentUtil.fireEvent(page, new Changed(page));
  }

  RecordTimeline(List<TimelineSource> sources, String kind, UUID record) {
    sources.forEach(source -> strands.put(source, source.of(kind, record)));
    getContent().addClassName("timeline");
    adding.addClassName("timeline-adding");
    pinned.addClassName("timeline-pinned");
    lines.addClassName("timeline-lines");
    lines.getElement().setAttribute("aria-label", t("timeline.tab"));
    strands.values().forEach(strand -> strand.adding(this::refresh).ifPresent(adding::add));
    adding.setVisible(adding.getComponentCount() > 0);
    getContent().add(adding, filter(), pinned, lines, none, older);
    refresh();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    listening = ComponentUtil.addListener(event.getUI(), Changed.class, _ -> refresh());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (listening != null) {
      listening.remove();
    }
  }

  private Div filter() {
    var group = new Div();
    group.addClassName("timeline-filter");
    group.getElement().setAttribute("role", "group");
    group.getElement().setAttribute("aria-label", t("timeline.show"));
    choices.put(null, new Button(t("timeline.all")));
    strands.keySet().forEach(source -> choices.put(source.labelKey(), label(source)));
    choices.forEach(
        (key, button) -> {
          button.addThemeVariants(ButtonVariant.TERTIARY);
          button.addClickListener(_ -> show(key));
          group.add(button);
        });
    mark();
    group.setVisible(strands.size() > 1);
    return group;
  }

  private static Button label(TimelineSource source) {
    return new Button(t(source.labelKey()));
  }

  private void show(@Nullable String key) {
    only = key;
    shown = 0;
    mark();
    refresh();
  }

  private void mark() {
    choices.forEach(
        (key, button) -> {
          boolean chosen = key == null ? only == null : key.equals(only);
          button.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        });
  }

  /** Reads the timeline anew, as far as it is shown. */
  public void refresh() {
    int again = Math.clamp(shown, STEP, MOST_AGAIN);
    List<Strand> chosen = new ArrayList<>();
    strands.forEach(
        (source, strand) -> {
          if (only == null || only.equals(source.labelKey())) {
            chosen.add(strand);
          }
        });
    braid = new Braid(chosen);
    lines.removeAll();
    pinned.removeAll();
    shown = 0;
    chosen.forEach(strand -> strand.pinned(this::refresh).forEach(pinned::add));
    showMore(again);
    none.removeAll();
    none.setVisible(shown == 0 && pinned.getComponentCount() == 0);
    if (none.isVisible()) {
      none.add(
          new EmptyState(Glyph.HISTORY, t("timeline.none.title"), t("timeline.none.sentence")));
    }
  }

  private void showMore(int count) {
    List<Knot> knots = braid.next(count);
    Map<Strand, List<UUID>> ids = new LinkedHashMap<>();
    knots.forEach(
        knot -> ids.computeIfAbsent(knot.strand(), _ -> new ArrayList<>()).add(knot.key().id()));
    Map<Strand, Map<UUID, Component>> built = new HashMap<>();
    ids.forEach((strand, its) -> built.put(strand, strand.show(its, this::refresh)));
    for (Knot knot : knots) {
      Component component = built.getOrDefault(knot.strand(), Map.of()).get(knot.key().id());
      if (component != null) {
        lines.add(component instanceof ListItem item ? item : new ListItem(component));
      }
    }
    shown += knots.size();
    older.setVisible(braid.hasMore());
  }
}
