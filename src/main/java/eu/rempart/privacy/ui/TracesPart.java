package eu.rempart.privacy.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import eu.rempart.history.RecordKinds;
import eu.rempart.privacy.trace.PersonTrace;
import eu.rempart.privacy.trace.Tie;
import eu.rempart.privacy.trace.TraceSearch;
import eu.rempart.privacy.trace.Treatment;
import eu.rempart.shell.part.Glyph;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The records of others that have to do with a person, and what becomes of each. */
final class TracesPart extends Div {

  private static final long serialVersionUID = 1L;

  /** Most people are found in this time: nobody has to see a bar run for them. */
  private static final Duration AT_ONCE = Duration.ofMillis(300);

  private final transient RecordKinds kinds;
  private final boolean erases;
  private final transient Supplier<Optional<TraceSearch>> begin;
  private final transient Runnable changed;
  private final ProgressBar bar = new ProgressBar();
  private final Paragraph state = new Paragraph();
  private final Div groups = new Div();
  private final Button again = new Button(t("privacy.traces.again"), Glyph.SEARCH.create());
  private transient @Nullable TraceSearch search;
  private transient Map<PersonTrace, Treatment> chosen = new LinkedHashMap<>();
  private transient Runnable stop = () -> {};
  private boolean shown;

  /**
   * Begins to look.
   *
   * @param erases whether there is a choice
   * @param changed called when it is known whether all was found
   */
  TracesPart(
      RecordKinds kinds, boolean erases, Supplier<Optional<TraceSearch>> begin, Runnable changed) {
    this.kinds = kinds;
    this.erases = erases;
    this.begin = begin;
    this.changed = changed;
    addClassName("privacy-traces");
    bar.getElement().setAttribute("aria-label", t("privacy.traces"));
    state.getElement().setAttribute("role", "status");
    groups.addClassName("privacy-form");
    again.addThemeVariants(ButtonVariant.TERTIARY);
    again.addClickListener(_ -> look());
    add(new H3(t("privacy.traces")), bar, state, groups, again);
  }

  /** What becomes of what was found. */
  Map<PersonTrace, Treatment> chosen() {
    return chosen;
  }

  /** Whether all was found that there is. */
  boolean isWhole() {
    return search != null && search.isWhole();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    if (search == null || search.isCancelled()) {
      look();
    } else {
      listen(search, event.getUI());
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stop.run();
    if (search != null) {
      search.cancel();
    }
    super.onDetach(event);
  }

  private void look() {
    stop.run();
    shown = false;
    search = begin.get().orElse(null);
    if (search == null) {
      return;
    }
    if (!search.await(AT_ONCE)) {
      getUI().ifPresent(ui -> listen(search, ui));
    }
    show();
  }

  private void listen(@Nullable TraceSearch running, UI ui) {
    if (running != null) {
      stop = running.onNews(() -> tell(ui));
    }
  }

  private void tell(UI ui) {
    try {
      var _ = ui.access(this::show);
    } catch (UIDetachedException e) {
      // closed in this moment: nobody to tell
    }
  }

  private void show() {
    if (search == null || shown) {
      return;
    }
    boolean running = !search.ended();
    bar.setVisible(running);
    bar.setIndeterminate(search.total() == 0);
    bar.setValue(search.progress());
    again.setVisible(!running);
    groups.setVisible(!running);
    if (running) {
      state.setText(t("privacy.traces.looking", search.looked(), search.total()));
    } else {
      shown = true;
      fill(search);
    }
    changed.run();
  }

  private void fill(TraceSearch ended) {
    List<PersonTrace> traces = ended.traces();
    state.setText(
        ended.failed() || ended.isCancelled()
            ? t("privacy.traces.failed")
            : !ended.indexed()
                ? t("privacy.traces.indexing")
                : t(traces.isEmpty() ? "privacy.traces.none" : "privacy.traces.hint"));
    chosen = new LinkedHashMap<>();
    traces.forEach(trace -> chosen.put(trace, trace.proposed()));
    groups.removeAll();
    for (Tie tie : Tie.values()) {
      List<PersonTrace> its = traces.stream().filter(trace -> trace.tie() == tie).toList();
      if (!its.isEmpty()) {
        groups.add(new TraceGroup(tie, its, kinds, erases ? chosen : null));
      }
    }
  }
}
