package eu.rempart.alert.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.alert.incident.AlertText;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Incident;
import eu.rempart.alert.incident.IncidentService;
import eu.rempart.alert.incident.IncidentState;
import eu.rempart.alert.incident.Silence;
import eu.rempart.alert.incident.Step;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Live;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.WordsDialog;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Incidents: what goes on, who takes care of it, and what was done about those that are over. */
@Route(value = AlertNavigation.ALERTS, layout = MainLayout.class)
@RolesAllowed(Access.OPERATIONS)
@OpenToEngineers
@StyleSheet("styles/light.css")
@StyleSheet("styles/alerts.css")
public final class AlertsView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  /** Of those that are over so many are shown at once. */
  private static final int FEW = 10;

  private final transient IncidentService incidents;
  private final Lines going = new Lines(t("alert.going"));
  private final Lines silences = new Lines(t("alert.silences"));
  private final Lines over = new Lines(t("alert.over"));
  private final Button more = new Button(t("alert.over.more"), _ -> showMore());

  private transient List<Incident> shown = List.of();
  private int wanted = FEW;

  /** Whose story is shown. */
  private final Set<UUID> told = new HashSet<>();

  public AlertsView(IncidentService incidents) {
    this.incidents = incidents;
    var page = getContent();
    page.addClassName("light-page");
    var silence =
        new Button(t("alert.silence.make"), _ -> new SilenceDialog(this::silence, "", "").open());
    var actions = new Div(silence);
    actions.addClassName("line-actions");
    over.below(more);
    page.add(
        new H1(t("alert.title")),
        new Paragraph(t("alert.sentence")),
        actions,
        going,
        silences,
        over);
    Live.keep(this, incidents::onChange, this::showNews);
    show();
  }

  /** Whoever is about to press a button finds it where it was, as long as nothing changed. */
  private void showNews() {
    if (!incidents.latest().equals(shown)) {
      show();
    }
  }

  @Override
  public String getPageTitle() {
    return t("alert.title");
  }

  private void show() {
    Map<UUID, String> names = incidents.names();
    List<Incident> all = incidents.latest();
    shown = List.copyOf(all);
    going.clear();
    over.clear();
    List<Incident> past = all.stream().filter(Incident::isResolved).toList();
    all.stream()
        .filter(incident -> !incident.isResolved())
        .forEach(incident -> show(incident, names));
    past.stream().limit(wanted).forEach(incident -> show(incident, names));
    more.setVisible(past.size() > wanted);
    if (past.size() == all.size()) {
      going.none(t("alert.going.none"));
    }
    if (past.isEmpty()) {
      over.none(t("alert.over.none"));
    }
    showSilences(names);
  }

  private void showMore() {
    wanted += FEW;
    show();
  }

  private void show(Incident incident, Map<UUID, String> names) {
    AlertText text = Words.current();
    String title = text.title(incident);
    Div words =
        (incident.isResolved() ? over : going)
            .add(
                Lines.name(
                    title,
                    Lines.chip(text.of(incident.severity()), "alert-" + incident.severity().key()),
                    Lines.chip(Words.of(incident.state()), "alert-" + incident.state().key())),
                actions(incident, title).toArray(Component[]::new));
    words.add(Lines.soft(text.sentence(incident)), Lines.soft(times(incident, names)));
    String path = incident.path();
    if (path != null) {
      words.add(Lines.link(path.substring(1), t("alert.look"), t("alert.look.of", title)));
    }
    if (told.contains(incident.id())) {
      words.add(story(incident, title, names));
    }
  }

  private List<Component> actions(Incident incident, String title) {
    List<Component> actions = new ArrayList<>();
    UUID id = incident.id();
    if (incident.state() == IncidentState.OPEN) {
      actions.add(
          Lines.button(
              t("alert.acknowledge"),
              t("alert.acknowledge.of", title),
              () -> done(incidents.acknowledge(id), t("alert.acknowledged"))));
    }
    if (!incident.isResolved()) {
      if (incident.ending() != Ending.BY_SOURCE) {
        actions.add(
            Lines.button(
                t("alert.resolve"),
                t("alert.resolve.of", title),
                () -> done(incidents.resolve(id), t("alert.resolved"))));
      }
      actions.add(
          Lines.button(
              t("alert.silence"),
              t("alert.silence.of", title),
              () -> new SilenceDialog(this::silence, incident.source(), incident.label()).open()));
    }
    actions.add(Lines.button(t("alert.note"), t("alert.note.of", title), () -> note(id)));
    boolean shown = told.contains(id);
    Button story =
        Lines.button(
            t(shown ? "alert.story.hide" : "alert.story.show"),
            t(shown ? "alert.story.hide.of" : "alert.story.show.of", title),
            () -> toggle(id));
    story.getElement().setAttribute("aria-expanded", Boolean.toString(shown));
    actions.add(story);
    return actions;
  }

  private static String times(Incident incident, Map<UUID, String> names) {
    List<String> parts = new ArrayList<>();
    Instant resolved = incident.resolvedAt();
    parts.add(
        resolved == null
            ? t("alert.detected", Formats.dateTime(incident.begunAt()))
            : t("alert.fromto", Formats.dateTime(incident.begunAt()), Formats.dateTime(resolved)));
    if (incident.raised() > 1) {
      parts.add(t("alert.times", incident.raised()));
    }
    if (incident.acknowledgedBy() != null) {
      parts.add(t("alert.by", Words.name(names, incident.acknowledgedBy())));
    }
    return String.join(" · ", parts);
  }

  private OrderedList story(Incident incident, String title, Map<UUID, String> names) {
    OrderedList story = new OrderedList();
    story.addClassName("alert-story");
    story.getElement().setAttribute("aria-label", t("alert.story.show.of", title));
    for (Step step : incidents.story(incident.id())) {
      ListItem line = new ListItem(Formats.dateTime(step.at()) + " · " + Words.of(step, names));
      line.setClassName("alert-trouble", Words.isTrouble(step));
      story.add(line);
    }
    return story;
  }

  private void toggle(UUID id) {
    if (!told.remove(id)) {
      told.add(id);
    }
    show();
  }

  private void done(boolean was, String words) {
    if (was) {
      Notices.success(words);
    } else {
      Notices.error(t("alert.stale"));
    }
    show();
  }

  private void note(UUID id) {
    new WordsDialog(
            t("alert.note.title"),
            t("alert.note.words"),
            Step.LONGEST_NOTE,
            t("alert.note.missing"),
            t("alert.note.add"),
            words -> {
              incidents.note(id, words);
              told.add(id);
              show();
            })
        .open();
  }

  private void silence(SilenceDialog.Chosen chosen) {
    incidents.silence(chosen.source(), chosen.label(), chosen.length(), chosen.reason());
    Notices.success(t("alert.silence.made"));
    show();
  }

  private void showSilences(Map<UUID, String> names) {
    silences.clear();
    List<Silence> all = incidents.silences();
    if (all.isEmpty()) {
      silences.none(t("alert.silences.none"));
    }
    for (Silence each : all) {
      String source = each.source();
      String label = each.label();
      String what = source == null ? t("alert.silence.all") : Words.current().source(source);
      String title = label == null ? what : t("alert.silence.what", what, label);
      silences
          .add(
              Lines.name(title),
              Lines.button(
                  t("alert.silence.lift"),
                  t("alert.silence.lift.of", title),
                  () -> done(incidents.lift(each.id()), t("alert.silence.lifted"))))
          .add(
              Lines.soft(
                  t(
                      "alert.silence.line",
                      Formats.dateTime(each.end()),
                      Words.name(names, each.by()),
                      each.reason())));
    }
  }
}
