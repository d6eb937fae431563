package eu.rempart.watch.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.result.CheckStatus;
import eu.rempart.watch.result.Incident;
import eu.rempart.watch.result.Maintenance;
import eu.rempart.watch.result.StatusReport;
import eu.rempart.watch.status.StoryText;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Maintenance that is planned, and incidents with their stories. */
final class StoryList extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<Incident> note;
  private final transient Consumer<Maintenance> end;

  StoryList(Consumer<Incident> note, Consumer<Maintenance> end) {
    this.note = note;
    this.end = end;
  }

  void showMaintenance(StatusReport report) {
    getContent().removeAll();
    if (report.maintenance().isEmpty()) {
      none(t("watch.maintenance.none"));
      return;
    }
    WatchText words = Words.of(report);
    UnorderedList list = list(t("watch.maintenance"));
    for (Maintenance window : report.maintenance()) {
      boolean begun = !window.begin().isAfter(report.at());
      Button stop =
          button(
              begun ? t("watch.maintenance.finish") : t("watch.maintenance.cancel"),
              () -> end.accept(window));
      stop.setAriaLabel(t("watch.maintenance.end.of", stop.getText(), window.title()));
      String times =
          t(
              "watch.maintenance.line",
              window.check() == null
                  ? t("watch.status.maintenance.all")
                  : name(report, Objects.requireNonNull(window.check()).value()),
              words.of(window.begin()),
              words.of(window.end()));
      list.add(line(window.title(), stop, times));
    }
  }

  void showIncidents(StatusReport report) {
    getContent().removeAll();
    if (report.incidents().isEmpty()) {
      none(t("watch.status.incidents.none"));
      return;
    }
    WatchText words = Words.of(report);
    UnorderedList list = list(t("watch.incidents"));
    for (Incident incident : report.incidents()) {
      String name = name(report, incident.check().value());
      Button add = button(t("watch.note.add"), () -> note.accept(incident));
      add.setAriaLabel(t("watch.note.add.of", name));
      Instant ended = incident.endedAt();
      String when =
          ended == null
              ? t("watch.status.incident.open", words.of(incident.begunAt()))
              : t(
                  "watch.status.incident.over",
                  words.of(incident.begunAt()),
                  words.of(Duration.between(incident.begunAt(), ended)));
      String[] story =
          incident.story().stream()
              .map(step -> words.of(step.at()) + " · " + StoryText.of(words, step))
              .toArray(String[]::new);
      ListItem line = line(name, add, when);
      Div lines = (Div) line.getComponentAt(0);
      for (String told : story) {
        lines.add(soft(told));
      }
      list.add(line);
    }
  }

  private static String name(StatusReport report, UUID check) {
    return report.checks().stream()
        .map(CheckStatus::check)
        .filter(each -> each.id().value().equals(check))
        .map(each -> each.name())
        .findFirst()
        .orElseGet(() -> t("watch.check.gone"));
  }

  private UnorderedList list(String label) {
    UnorderedList list = new UnorderedList();
    list.addClassName("lines");
    list.getElement().setAttribute("aria-label", label);
    getContent().add(list);
    return list;
  }

  private void none(String sentence) {
    var nothing = new Paragraph(sentence);
    nothing.addClassName("line-soft");
    getContent().add(nothing);
  }

  private static Button button(String text, Runnable run) {
    Button button = new Button(text, _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  private static ListItem line(String title, Button action, String more) {
    var name = new Div(new Span(title));
    name.addClassName("line-title");
    var words = new Div(name, soft(more));
    words.addClassName("line-words");
    var actions = new Div(action);
    actions.addClassName("line-actions");
    return new ListItem(words, actions);
  }

  private static Span soft(String text) {
    var span = new Span(text);
    span.addClassName("line-soft");
    return span;
  }
}
