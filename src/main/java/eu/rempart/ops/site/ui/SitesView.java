package eu.rempart.ops.site.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.ops.site.SiteMove;
import eu.rempart.ops.site.SiteService;
import eu.rempart.ops.site.SiteState;
import eu.rempart.ops.site.SiteState.Site;
import eu.rempart.ops.site.SiteState.Witness;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.light.Light;
import eu.rempart.shell.light.Look;
import eu.rempart.shell.part.CommandBlock;
import eu.rempart.shell.part.Live;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the data lie, which server leads, and the switch to the other one. */
@Route(value = SiteNavigation.SITES, layout = MainLayout.class)
@RolesAllowed(Access.OPERATIONS)
@OpenToEngineers
@StyleSheet("styles/light.css")
@StyleSheet("styles/sites.css")
public final class SitesView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient SiteService service;
  private final Div content = new Div();
  private final Light light = new Light();
  private final SwitchPanel switching;
  private final OrderedList history = new OrderedList();

  /** Whose cards are shown; they are drawn anew when a machine joins. */
  private transient List<String> machines = List.of("");

  private transient Map<String, SiteCard> cards = Map.of();
  private transient List<SiteMove> told = List.of();

  public SitesView(SiteService service) {
    this.service = service;
    this.switching = new SwitchPanel(service);
    history.addClassName("lines");
    history.getElement().setAttribute("aria-label", t("sites.moves"));
    content.addClassName("light-content");
    var page = getContent();
    page.addClassName("light-page");
    page.add(new H1(t("sites.title")), content);
    Live.keep(this, service::onChange, this::show);
    show();
  }

  @Override
  public String getPageTitle() {
    return t("sites.title");
  }

  /** Buttons stay where they are as long as the machines are the same. */
  private void show() {
    SiteState state = service.state().orElse(null);
    List<String> names = names(state);
    if (!names.equals(machines)) {
      machines = names;
      content.removeAll();
      if (state == null) {
        explain();
      } else {
        draw(state);
      }
    }
    if (state != null) {
      fill(state);
    }
  }

  private static List<String> names(@Nullable SiteState state) {
    if (state == null) {
      return List.of();
    }
    List<String> names = new ArrayList<>(state.sites().stream().map(Site::name).toList());
    Witness witness = state.witness();
    if (witness != null) {
      names.add(witness.name());
    }
    return names;
  }

  private void explain() {
    var panel =
        new Section(
            new H2(t("sites.one.title")),
            new Paragraph(t("sites.one.sentence")),
            new Paragraph(t("sites.one.needs")),
            command(
                "sites.one.first",
                """
                ./rempart site init --name site-a --country FR --host 10.0.0.1 \\
                  --page https://crm.example.org \\
                  --peer 10.0.0.2 --peer-country DE --peer-page https://crm-b.example.org \\
                  --witness 10.0.0.3 --witness-country BE\
                """),
            command("sites.one.then", "./rempart site join FILE\n./rempart witness join FILE"),
            new Paragraph(t("sites.one.handbook")));
    panel.addClassName("light-panel");
    content.add(panel);
  }

  /** What to type, below why. */
  private static Div command(String key, String text) {
    var command = new Div(new Paragraph(t(key)), new CommandBlock(t(key), text));
    command.addClassName("site-command");
    return command;
  }

  private void draw(SiteState state) {
    cards =
        machines.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), name -> new SiteCard(name, name.equals(state.self()))));
    var row = new Div();
    row.addClassName("site-cards");
    machines.forEach(name -> row.add(card(name)));
    var moves = new Section(new H2(t("sites.moves")), history);
    moves.addClassNames("light-panel", "site-panel");
    content.add(light, new Paragraph(t("sites.sentence")), row);
    if (state.sites().size() < 2) {
      content.add(command("sites.join.site", "./rempart site join FILE"));
    }
    if (state.witness() == null) {
      content.add(command("sites.join.witness", "./rempart witness join FILE"));
    }
    content.add(switching, moves);
  }

  private void fill(SiteState state) {
    light(state);
    state.sites().forEach(site -> card(site.name()).show(site));
    Witness witness = state.witness();
    if (witness != null) {
      card(witness.name()).show(witness);
    }
    switching.show(state);
    if (!state.moves().equals(told)) {
      told = state.moves();
      history.removeAll();
      told.forEach(move -> history.add(line(move)));
    }
  }

  private SiteCard card(String name) {
    return Objects.requireNonNull(cards.get(name), name);
  }

  private void light(SiteState state) {
    Instant since = state.since();
    if (state.leader().isEmpty()) {
      light.show(Look.BAD, t("sites.unled"));
    } else if (!state.isSafe()) {
      light.show(Look.BAD, SiteTexts.unsafe(state));
    } else {
      light.show(
          Look.GOOD,
          since == null ? t("sites.safe") : t("sites.safe.since", Formats.dateTime(since)));
    }
  }

  private static ListItem line(SiteMove move) {
    var title = new Div(new Span(SiteTexts.way(move)));
    title.addClassName("line-title");
    var words = new Div(title, soft(Formats.dateTime(move.at())));
    words.addClassName("line-words");
    String gap = SiteTexts.gap(move);
    if (move.cause() == SiteMove.Cause.ACCEPTED_LOSS) {
      words.add(soft(t("sites.move.lost")));
    }
    if (!gap.isEmpty()) {
      words.add(soft(gap));
    }
    return new ListItem(words);
  }

  private static Span soft(String text) {
    var span = new Span(text);
    span.addClassName("line-soft");
    return span;
  }
}
