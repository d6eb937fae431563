package eu.rempart.watch.status;

import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.result.Incident;
import eu.rempart.watch.result.Maintenance;
import eu.rempart.watch.result.StatusReport;
import eu.rempart.watch.result.Step;
import java.time.Duration;
import java.time.Instant;

/** Incidents with what happened in them, and maintenance that is planned. */
final class StatusStory {

  private final Html html;
  private final WatchText words;
  private final StatusReport report;

  StatusStory(Html html, WatchText words, StatusReport report) {
    this.html = html;
    this.words = words;
    this.report = report;
  }

  void maintenance() {
    html.open("section", "aria-labelledby", "maintenance");
    html.element("h2", words.text("watch.status.maintenance"), "id", "maintenance");
    html.open("ul", "class", "status-list");
    for (Maintenance window : report.maintenance()) {
      CheckId check = window.check();
      html.open("li").element("strong", window.title());
      html.element(
          "p",
          words.text(
              "watch.status.maintenance.line",
              check == null ? words.text("watch.status.maintenance.all") : name(check),
              words.of(window.begin()),
              words.of(window.end()),
              Duration.between(window.begin(), window.end()).toMinutes()));
      html.close();
    }
    html.close().close();
  }

  void incidents() {
    html.open("section", "aria-labelledby", "incidents");
    html.element("h2", words.text("watch.status.incidents"), "id", "incidents");
    if (report.incidents().isEmpty()) {
      html.element("p", words.text("watch.status.incidents.none"));
    } else {
      html.open("ul", "class", "status-list");
      report.incidents().forEach(this::incident);
      html.close();
    }
    html.close();
  }

  private void incident(Incident incident) {
    Instant ended = incident.endedAt();
    html.open("li").element("strong", name(incident.check()));
    html.element(
        "p",
        ended == null
            ? words.text("watch.status.incident.open", words.of(incident.begunAt()))
            : words.text(
                "watch.status.incident.over",
                words.of(incident.begunAt()),
                words.of(Duration.between(incident.begunAt(), ended))));
    html.open("ol");
    for (Step step : incident.story()) {
      html.open("li").element("span", words.of(step.at()), "class", "status-soft");
      html.text(" ").text(StoryText.of(words, step)).close();
    }
    html.close().close();
  }

  private String name(CheckId id) {
    return report.checks().stream()
        .filter(status -> status.check().id().equals(id))
        .map(status -> status.check().name())
        .findFirst()
        .orElse("–");
  }
}
