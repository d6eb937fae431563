package eu.rempart.shell;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import eu.rempart.search.question.NameDistance;
import eu.rempart.shell.command.Command;
import eu.rempart.shell.command.Commands;
import eu.rempart.shell.command.Shortcuts;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Glyph;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds records, places and actions of every room as one types; before that it shows what the
 * member looked at last, what can be added and the places of daily work. "/" or Ctrl+K puts the
 * cursor into it, the arrows walk through the hits, Enter takes the first or the chosen one, Escape
 * closes.
 */
class SearchBox extends Div {

  private static final long serialVersionUID = 1L;
  private static final int HITS = 5;
  private static final int RECENT = 6;
  private static final int PAUSE_MILLIS = 120;

  /** Arrows, Escape and Ctrl+K; done in the browser so that they answer at once. */
  private static final String KEYS =
      """
      const field = this.querySelector('vaadin-text-field');
      this.addEventListener('keydown', event => {
        const stops = [field, ...this.querySelectorAll('.search-hits :is(a, button)')];
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
        if (event.key?.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          field.focus();
          this.classList.add('active');
        }
      });
      """;

  private final transient List<GlobalSearch> searches;
  private final transient Commands commands;
  private final transient @Nullable Bookmarks bookmarks;
  private final TextField field = new TextField();
  private final Div hits = new Div();

  SearchBox(List<GlobalSearch> searches, Commands commands, @Nullable Bookmarks bookmarks) {
    this.searches = searches;
    this.commands = commands;
    this.bookmarks = bookmarks;
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
    Shortcuts.on(field, "/");
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(PAUSE_MILLIS);
    field.addValueChangeListener(change -> show(change.getValue().strip()));
    field.addFocusListener(_ -> show(field.getValue().strip()));
    field.addKeyPressListener(Key.ENTER, _ -> openFirst());
    hits.addClassName("search-hits");
    hits.getElement().setAttribute("aria-live", "polite");
    showCommands(); // before anybody asks: Ctrl+K waits for nothing
    hits.setVisible(hits.getChildren().findAny().isPresent());
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
    if (query.isEmpty()) {
      showStart();
    } else {
      showFound(query);
    }
    hits.setVisible(hits.getChildren().findAny().isPresent());
  }

  private void showStart() {
    List<GlobalSearch.Hit> recent = bookmarks == null ? List.of() : bookmarks.recent(RECENT);
    if (!recent.isEmpty()) {
      hits.add(block(new GlobalSearch.Group("shell.search.recent", recent, "")));
    }
    showCommands();
  }

  private void showCommands() {
    List<Command> first = commands.first();
    if (!first.isEmpty()) {
      hits.add(block("shell.search.commands", first));
    }
  }

  private void showFound(String query) {
    var groups = groups(query);
    groups.forEach(group -> hits.add(block(group)));
    List<Command> found = commands.find(query, HITS);
    if (!found.isEmpty()) {
      hits.add(block("shell.search.commands", found));
    }
    if (groups.isEmpty() && found.isEmpty()) {
      var nothing = new Div(t("shell.search.nothing", query));
      nothing.addClassName("search-nothing");
      hits.add(nothing);
    }
  }

  /** An action that is typed to its end goes before a record that happens to be called alike. */
  private void openFirst() {
    String query = field.getValue().strip();
    Optional<GlobalSearch.Hit> record =
        groups(query).stream().flatMap(group -> group.hits().stream()).findFirst();
    Optional<Command> named = commands.named(query);
    field.clear();
    if (record.isPresent() && named.isEmpty()) {
      Location to = new Location(record.get().route());
      UI.getCurrent().navigate(to.getPath(), to.getQueryParameters());
    } else if (!query.isEmpty()) {
      named
          .or(() -> commands.find(query, 1).stream().findFirst())
          .ifPresent(one -> one.run().run());
    }
  }

  private List<GlobalSearch.Group> groups(String query) {
    return query.isEmpty()
        ? List.of()
        : searches.stream()
            .flatMap(search -> search.find(query, HITS).stream())
            .sorted(Comparator.comparingInt(group -> distance(query, group)))
            .toList();
  }

  /** How far the best hit is from what was typed; equally far ones stay in the order of rooms. */
  private static int distance(String query, GlobalSearch.Group group) {
    return group.hits().stream()
        .mapToInt(hit -> NameDistance.between(query, hit.title()))
        .min()
        .orElse(NameDistance.OTHER);
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

  private Div block(String headingKey, List<Command> found) {
    var heading = new Span(t(headingKey));
    heading.addClassName("search-heading");
    var block = new Div(heading);
    block.addClassName("search-group");
    found.forEach(command -> block.add(line(command)));
    return block;
  }

  private NativeButton line(Command command) {
    var words = new Span(t(command.labelKey()));
    words.addClassName("search-title");
    var button = new NativeButton();
    button.addClassNames("search-hit", "search-command");
    button.add(command.glyph().create(), words);
    if (!command.keys().isEmpty()) {
      var keys = new Span(command.keys().toUpperCase(Locale.ROOT));
      keys.addClassName("search-key");
      keys.getElement().setAttribute("aria-hidden", "true");
      button.add(keys);
    }
    button.addClickListener(
        _ -> {
          field.clear();
          hits.setVisible(false);
          command.run().run();
        });
    return button;
  }

  private Anchor line(GlobalSearch.Hit hit) {
    var title = new Span(hit.title());
    title.addClassName("search-title");
    var subtitle = new Span(hit.subtitle());
    subtitle.addClassName("search-subtitle");
    var words = new Div(title, subtitle);
    words.addClassName("search-words");
    var avatar = new Avatar(hit.title(), Avatar.Shape.PERSON).withPicture(hit.picture());
    return link(hit.route(), "search-hit", avatar, words);
  }

  private Anchor link(String route, String className, Component... parts) {
    var link = new Anchor(route);
    link.getElement().setAttribute("router-link", true);
    link.addClassName(className);
    link.add(parts);
    link.getElement()
        .addEventListener(
            "click",
            _ -> {
              field.clear();
              hits.setVisible(false);
            });
    return link;
  }
}
