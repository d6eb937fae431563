package eu.rempart.watch.status;

import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.result.CheckStatus;
import eu.rempart.watch.result.Figures;
import eu.rempart.watch.result.StatusReport;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the page. It carries no script, no form and no style of its own. */
final class StatusPage {

  /** So many services show at once what each place found. */
  private static final int FEW = 5;

  private static final String[] OPEN = {"open", ""};
  private static final String[] SHUT = {};

  private final WatchText words;
  private final StatusReport report;
  private final Html html = new Html();

  private StatusPage(StatusReport report, Locale language) {
    this.report = report;
    this.words = new WatchText(language, ZoneOffset.UTC, report.places());
  }

  static String write(StatusReport report, Locale language) {
    return new StatusPage(report, language).page();
  }

  private String page() {
    String title = words.text("watch.status.title");
    html.open("html", "lang", words.language().getLanguage());
    html.open("head").leaf("meta", "charset", "utf-8");
    html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", title);
    html.leaf("link", "rel", "icon", "href", "/styles/rempart.svg");
    html.leaf("link", "rel", "stylesheet", "href", "/styles/tokens.css");
    html.leaf("link", "rel", "stylesheet", "href", "/styles/status.css");
    html.close();
    html.open("body", "class", "status").open("main");
    html.open("header").element("h1", title);
    html.element("p", overall(), "class", "status-overall status-" + worst(report).key());
    html.element("p", words.text("watch.status.at", words.of(report.at())), "class", "status-soft");
    html.close();
    if (!report.maintenance().isEmpty()) {
      new StatusStory(html, words, report).maintenance();
    }
    // what is down is what people come for
    report.checks().stream()
        .sorted(Comparator.comparing(status -> !status.stage().outage()))
        .forEach(this::check);
    new StatusStory(html, words, report).incidents();
    html.open("footer").element("a", "JSON", "href", "/status.json");
    html.element("a", words.text("watch.status.badge"), "href", "/status/badge.svg").close();
    html.close().close().close();
    return "<!doctype html>\n" + html;
  }

  private String overall() {
    return switch (worst(report)) {
      case WELL -> words.text("watch.status.all.well");
      case TROUBLE -> words.text("watch.status.all.trouble");
      case DOWN ->
          words.text(
              "watch.status.all.down",
              report.checks().stream().filter(check -> check.stage().outage()).count());
      case UNKNOWN -> words.text("watch.status.all.unknown");
      case NOTHING -> words.text("watch.status.all.nothing");
    };
  }

  /** How it is altogether. */
  enum Overall {
    WELL,
    TROUBLE,
    DOWN,
    /** Of some of it, nothing was heard for long. */
    UNKNOWN,
    /** Nothing is watched. */
    NOTHING;

    /** As classes of styles name it. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Overall worst(StatusReport report) {
    List<CheckStatus> checks = report.checks();
    if (checks.isEmpty()) {
      return Overall.NOTHING;
    }
    if (checks.stream().anyMatch(check -> check.stage().outage())) {
      return Overall.DOWN;
    }
    // before trouble, which says of the others that they are up
    if (!checks.stream().allMatch(check -> check.known(report.at()))) {
      return Overall.UNKNOWN;
    }
    boolean trouble =
        checks.stream()
            .anyMatch(check -> check.stage() == Stage.SUSPECT || !check.troubled().isEmpty());
    return trouble ? Overall.TROUBLE : Overall.WELL;
  }

  private void check(CheckStatus status) {
    String id = "check-" + status.check().id();
    Optional<Stage> state = Optional.of(status.stage()).filter(_ -> status.known(report.at()));
    html.open("section", "aria-labelledby", id);
    html.open("h2", "id", id).text(status.check().name()).text(" ");
    html.element(
        "span",
        state.map(words::of).orElseGet(() -> words.text("watch.stage.unknown")),
        "class",
        "status-stage status-" + state.map(Stage::name).orElse("UNKNOWN").toLowerCase(Locale.ROOT));
    html.close();
    if (!status.troubled().isEmpty()) {
      html.element("p", words.text("watch.status.trouble", words.of(status.troubled())));
    }
    facts(status);
    status.budget().ifPresent(budget -> StatusBudget.bar(html, words, budget));
    StatusBars.write(html, words, status, report.firstDay());
    if (status.zones().size() > 1) {
      zones(status);
    }
    html.close();
  }

  private void facts(CheckStatus status) {
    Figures all = status.all();
    html.open("dl");
    Target.Remote remote = status.check().target().remote();
    if (remote != null) {
      fact("watch.status.host", remote.hostInAddress() + " (" + remote.port() + ")");
    }
    fact("watch.status.period", words.of(status.check().rules().period()));
    fact("watch.status.last", last(status));
    fact("watch.status.since", words.day(status.created()));
    fact("watch.status.checks", words.of(all.checks()));
    fact("watch.status.outages", words.of(status.outages()));
    fact("watch.status.failed", words.of(all.failed()));
    fact("watch.status.uptime", words.percent(all.uptime()));
    fact("watch.status.average", words.seconds(all.average()));
    fact(
        "watch.status.excluded", words.text("watch.length.minutes", status.excluded().toMinutes()));
    if (status.unmeasuredInAll().isPositive()) {
      fact("watch.status.unmeasured", words.of(status.unmeasuredInAll()));
    }
    status
        .budget()
        .ifPresent(
            budget -> {
              fact("watch.status.objective", words.of(budget.objective()));
              fact("watch.status.budget", words.of(budget));
              fact("watch.status.burn", words.pace(budget));
            });
    html.close();
  }

  private void fact(String name, String value) {
    html.open("div").element("dt", words.text(name)).element("dd", value).close();
  }

  private String last(CheckStatus status) {
    return status
        .last()
        .map(
            result ->
                words.text(
                    "watch.status.ago",
                    words.of(Duration.between(result.at(), report.at())),
                    outcome(result)))
        .orElseGet(() -> words.text("watch.status.never"));
  }

  /** Nothing of how full a server is, where that is well. */
  private String outcome(Result result) {
    return result.failure() == null
        ? words.text("watch.status.ok")
        : words.of(result.failure(), result.number());
  }

  private void zones(CheckStatus status) {
    String title = words.text("watch.status.zones");
    // a page of many services would be nothing but tables
    html.open("details", report.checks().size() > FEW ? SHUT : OPEN).element("summary", title);
    html.open("div", "class", "status-scroll").open("table", "aria-label", title);
    html.open("thead").open("tr");
    for (String name :
        List.of(
            "watch.status.zone",
            "watch.status.checks",
            "watch.status.failed",
            "watch.status.uptime",
            "watch.status.average")) {
      html.element("th", words.text(name), "scope", "col");
    }
    html.close().close().open("tbody");
    for (Map.Entry<Zone, Figures> zone : status.zones().entrySet()) {
      Figures figures = zone.getValue();
      html.open("tr").element("th", words.of(zone.getKey()), "scope", "row");
      html.element("td", words.of(figures.checks())).element("td", words.of(figures.failed()));
      html.element("td", words.percent(figures.uptime()));
      html.element("td", words.seconds(figures.average())).close();
    }
    html.close().close().close().close();
  }
}
