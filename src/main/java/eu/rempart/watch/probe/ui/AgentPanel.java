package eu.rempart.watch.probe.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.place.Place;
import eu.rempart.watch.probe.Agent;
import eu.rempart.watch.probe.AgentState;
import eu.rempart.watch.probe.ProbeService;
import eu.rempart.watch.probe.ProbeService.NewCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The agents, by zone: how each is, and what is to be thought of it. */
public final class AgentPanel extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final transient ProbeService probes;
  private final Div lines = new Div();
  private final Button rename = new Button(t("probe.place.rename"), _ -> rename());

  public AgentPanel(ProbeService probes) {
    this.probes = probes;
    var sentence = new Paragraph(t("probe.sentence"));
    sentence.addClassName("line-soft");
    var make = new Button(t("probe.code.make"), _ -> makeCode());
    make.setVisible(probes.mayAdmit());
    rename.addThemeVariants(ButtonVariant.TERTIARY);
    var actions = new Div(make, rename);
    actions.addClassName("line-actions");
    getContent().add(sentence, actions, lines);
    show();
  }

  /** Reads anew. */
  public void show() {
    rename.setVisible(probes.mayAdmit() && !places().isEmpty());
    lines.removeAll();
    List<Agent> agents = probes.agents();
    if (agents.isEmpty()) {
      var none = new Paragraph(t("probe.none"));
      none.addClassName("line-soft");
      lines.add(none);
      return;
    }
    WatchText words = words();
    var list = new UnorderedList();
    list.addClassName("lines");
    list.getElement().setAttribute("aria-label", t("probe.title"));
    agents.forEach(agent -> list.add(line(agent, words)));
    lines.add(list);
  }

  private ListItem line(Agent agent, WatchText words) {
    String zone = words.of(agent.zone());
    var stage = new Span(state(agent));
    stage.addClassNames(
        "line-chip",
        agent.state() == AgentState.SUSPENDED
            ? "watch-down"
            : agent.silentSince() != null ? "watch-suspect" : "watch-up");
    var title = new Div(new Span(zone), stage);
    title.addClassName("line-title");
    var text = new Div(title);
    text.addClassName("line-words");
    AgentWords.of(agent, words, Instant.now())
        .forEach(
            told -> {
              var more = new Span(told);
              more.addClassName("line-soft");
              text.add(more);
            });
    var actions = new Div();
    actions.addClassName("line-actions");
    if (probes.mayAdmit()) {
      var revoke = new Button(t("probe.revoke"), _ -> revoke(agent, zone));
      revoke.setAriaLabel(t("probe.revoke.of", zone));
      revoke.addThemeVariants(ButtonVariant.TERTIARY);
      actions.add(revoke);
    }
    return new ListItem(text, actions);
  }

  private static String state(Agent agent) {
    if (agent.state() == AgentState.SUSPENDED) {
      return t("probe.state.suspended");
    }
    return agent.silentSince() != null ? t("probe.state.silent") : t("probe.state.active");
  }

  private void makeCode() {
    new CodeDialog(this::known, this::words, this::code).open();
  }

  private void rename() {
    new PlaceDialog(
            this::places,
            (place, name) -> {
              boolean renamed = probes.rename(place, name);
              show();
              return renamed;
            })
        .open();
  }

  private List<Place> places() {
    return probes.places().entrySet().stream()
        .map(each -> new Place(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(Place::name))
        .toList();
  }

  private List<Zone> known() {
    return Stream.of(
            Zone.USUAL.stream(),
            probes.places().keySet().stream().sorted(),
            probes.agents().stream().map(Agent::zone))
        .flatMap(zone -> zone)
        .distinct()
        .toList();
  }

  /** The code; empty if there is such a place by now. */
  private Optional<NewCode> code(Zone zone, Optional<Place> made) {
    boolean taken = made.isPresent() && !probes.keep(made.get());
    rename.setVisible(!places().isEmpty());
    return taken ? Optional.empty() : Optional.of(probes.makeCode(zone));
  }

  private WatchText words() {
    return new WatchText(Texts.locale(), Formats.zone(), probes.places());
  }

  private void revoke(Agent agent, String zone) {
    Confirmation.askDanger(
        t("probe.revoke.of", zone),
        t("probe.revoke.sentence"),
        t("probe.revoke"),
        () -> {
          if (probes.revoke(agent.id())) {
            Notices.success(t("probe.revoked"));
          }
          show();
        });
  }
}
