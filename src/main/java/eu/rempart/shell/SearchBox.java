package eu.rempart.shell;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Glyph;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds records of every room as one types. "/" or Ctrl+K puts the cursor into it, the arrows walk
 * through the hits, Enter opens the first or the chosen one, Escape closes.
 */
class SearchBox extends Div {

  private static final long serialVersionUID = 1L;
  private static final int HITS = 5;
  private static final int PAUSE_MILLIS = 120;

  /** Arrows, Escape and the two shortcuts; done in the browser so that they answer at once. */
  private static final String KEYS =
      """
      const field = this.querySelector('vaadin-text-field');
      this.addEventListener('keydown', event => {
        const stops = [field, ...this.querySelectorAll('.search-hits a')];
        const at = Math.max(0, stops.findIndex(stop => stop.contains(event.target)));
        const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
        if (step && stops.length > 1) {
          event.preventDefault();
          stops[(at + step + stops.length) % stops.length].focus();
        } else if (event.key === 'Escape') {
          field.focus();
          this.classList.remove('active');
        }
      });
      this.addEventListener('focusin', () => this.classList.add('active'));
      this.addEventListener('input', () => this.classList.add('active'));
      this.addEventListener('focusout', event => {
        if (!this.contains(event.relatedTarget)) this.classList.remove('active');
      });
      window.addEventListener('keydown', event => {
        if (!this.isConnected) return;
        const typing = event.composedPath()[0].closest?.('input, textarea, [contenteditable]');
        const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey;
        const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
        if (slash || k) {
          event.preventDefault();
          field.focus();
        }
      });
      """;

  private final List<GlobalSearch> searches;
  private final TextField field = new TextField();
  private final Div hits = new Div();

  SearchBox(List<GlobalSearch> searches) {
    this.searches = searches;
    addClassName("search-box");
    getElement().setAttribute("role", "search");
    field.setAriaLabel(t("shell.search"));
    field.setPlaceholder(t("shell.search.placeholder"));
    field.setPrefixComponent(Glyph.SEARCH.create());
    var key = new Span("/");
    key.addClassName("search-key");
    key.getElement().setAttribute("aria-hidden", "true");
    field.setSuffixComponent(key);
    field.setClearButtonVisible(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(PAUSE_MILLIS);
    field.addValueChangeListener(change -> show(change.getValue().strip()));
    field.addKeyPressListener(Key.ENTER, _ -> openFirst());
    hits.addClassName("search-hits");
    hits.getElement().setAttribute("aria-live", "polite");
    hits.setVisible(false);
    add(field, hits);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    if (event.isInitialAttach()) {
      getElement().executeJs(KEYS);
    }
  }

  private void show(String query) {
    hits.removeAll();
    hits.setVisible(!query.isEmpty());
    if (query.isEmpty()) {
      return;
    }
    var groups = groups(query);
    groups.forEach(group -> hits.add(block(group)));
    if (groups.isEmpty()) {
      var nothing = new Div(t("shell.search.nothing", query));
      nothing.addClassName("search-nothing");
      hits.add(nothing);
    }
  }

  private void openFirst() {
    groups(field.getValue().strip()).stream()
        .flatMap(group -> group.hits().stream())
        .findFirst()
        .ifPresent(hit -> UI.getCurrent().navigate(hit.route()));
    field.clear();
  }

  private List<GlobalSearch.Group> groups(String query) {
    return query.isEmpty()
        ? List.of()
        : searches.stream().flatMap(search -> search.find(query, HITS).stream()).toList();
  }

  private Div block(GlobalSearch.Group group) {
    var heading = new Span(t(group.labelKey()));
    heading.addClassName("search-heading");
    var block = new Div(heading);
    block.addClassName("search-group");
    var all =
        Stream.of(group.allRoute())
            .filter(route -> !route.isEmpty())
            .map(route -> link(route, "search-all", new Span(t("shell.search.all"))));
    group.hits().forEach(hit -> block.add(line(hit)));
    all.forEach(block::add);
    return block;
  }

  private Anchor line(GlobalSearch.Hit hit) {
    var title = new Span(hit.title());
    title.addClassName("search-title");
    var subtitle = new Span(hit.subtitle());
    subtitle.addClassName("search-subtitle");
    var words = new Div(title, subtitle);
    words.addClassName("search-words");
    return link(hit.route(), "search-hit", new Avatar(hit.title(), Avatar.Shape.PERSON), words);
  }

  private Anchor link(String route, String className, Component... parts) {
    var link = new Anchor(route);
    link.getElement().setAttribute("router-link", true);
    link.addClassName(className);
    link.add(parts);
    link.getElement().addEventListener("click", _ -> field.clear());
    return link;
  }
}
