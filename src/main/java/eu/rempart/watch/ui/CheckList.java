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
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.progressbar.ProgressBarVariant;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.node.Node;
import eu.rempart.watch.objective.Budget;
import eu.rempart.watch.objective.Burn;
import eu.rempart.watch.result.CheckStatus;
import eu.rempart.watch.result.StatusReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** All checks with how they are, the ones that are down first. */
final class CheckList extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final UnorderedList list = new UnorderedList();
  private final transient Consumer<Check> pause;
  private final transient Consumer<Check> edit;
  private final transient Consumer<Check> retire;
  private final boolean mayDefine;
  private final transient List<Line> lines = new ArrayList<>();

  /** What is said of a check, beside its buttons. */
  private record Line(Check check, Div words) {}

  /**
   * @param mayDefine whether there is more to do than to pause
   */
  CheckList(
      Consumer<Check> pause, Consumer<Check> edit, Consumer<Check> retire, boolean mayDefine) {
    this.pause = pause;
    this.edit = edit;
    this.retire = retire;
    this.mayDefine = mayDefine;
    list.addClassNames("lines", "watch-checks");
    list.getElement().setAttribute("aria-label", t("watch.checks"));
  }

  /** Where the same checks stand in the same order, whoever has a button in focus keeps it. */
  void show(StatusReport report) {
    List<CheckStatus> checks = worstFirst(report);
    List<Check> now = checks.stream().map(CheckStatus::check).toList();
    if (!now.isEmpty() && now.equals(lines.stream().map(Line::check).toList())) {
      WatchText words = Words.of(report);
      for (int i = 0; i < checks.size(); i++) {
        fill(lines.get(i).words(), words, checks.get(i), report);
      }
      return;
    }
    getContent().removeAll();
    list.removeAll();
    lines.clear();
    if (checks.isEmpty()) {
      var none = new Paragraph(t("watch.checks.none"));
      none.addClassName("line-soft");
      getContent().add(none);
      return;
    }
    WatchText words = Words.of(report);
    checks.forEach(status -> list.add(line(words, status, report)));
    getContent().add(list);
  }

  static List<CheckStatus> worstFirst(StatusReport report) {
    return report.checks().stream()
        .sorted(Comparator.comparingInt(status -> rank(status, report.at())))
        .toList();
  }

  /** What is down comes first, then what may soon be, then what nobody knows. */
  private static int rank(CheckStatus status, Instant now) {
    if (status.stage().outage()) {
      return 0;
    }
    if (!status.check().enabled()) {
      return 3;
    }
    if (!status.known(now)) {
      return 2;
    }
    return status.stage() == Stage.UP && status.troubled().isEmpty() ? 3 : 1;
  }

  private ListItem line(WatchText words, CheckStatus status, StatusReport report) {
    Check check = status.check();
    var text = new Div();
    text.addClassName("line-words");
    fill(text, words, status, report);
    lines.add(new Line(check, text));
    var actions = new Div();
    actions.addClassName("line-actions");
    if (mayDefine) {
      actions.add(button("watch.check.edit", "watch.check.edit.of", check, edit));
    }
    actions.add(
        check.enabled()
            ? button("watch.check.pause", "watch.check.pause.of", check, pause)
            : button("watch.check.resume", "watch.check.resume.of", check, pause));
    if (mayDefine) {
      actions.add(button("watch.check.retire", "watch.check.retire.of", check, retire));
    }
    return new ListItem(text, actions);
  }

  private static void fill(Div text, WatchText words, CheckStatus status, StatusReport report) {
    Instant now = report.at();
    Check check = status.check();
    text.removeAll();
    var name = new Span(check.name());
    var stage = new Span(state(words, status, now));
    stage.addClassName("line-chip");
    boolean told = check.enabled() && status.known(now);
    stage.addClassName(
        "watch-" + (told ? status.stage().name().toLowerCase(Locale.ROOT) : "paused"));
    var title = new Div(name, stage);
    title.addClassName("line-title");
    if (!check.shown()) {
      var hidden = new Span(t("watch.check.hidden"));
      hidden.addClassNames("line-chip", "watch-paused");
      title.add(hidden);
    }
    text.add(title);
    for (String sentence : sentences(words, status, report)) {
      var more = new Span(sentence);
      more.addClassName("line-soft");
      text.add(more);
    }
    status.budget().ifPresent(budget -> text.add(bar(words, budget)));
  }

  private static Button button(String key, String label, Check check, Consumer<Check> action) {
    var button = new Button(t(key), _ -> action.accept(check));
    button.setAriaLabel(t(label, check.name()));
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  static String state(WatchText words, CheckStatus status, Instant now) {
    if (!status.check().enabled()) {
      return t("watch.check.paused");
    }
    return status.known(now) ? words.of(status.stage()) : t("watch.stage.unknown");
  }

  private static List<String> sentences(WatchText words, CheckStatus status, StatusReport report) {
    Instant now = report.at();
    Check check = status.check();
    List<String> told = new ArrayList<>();
    told.add(
        t(
            "watch.check.line",
            Words.of(check.kind()),
            Words.target(check),
            words.of(check.rules().period())));
    told.add(
        status
            .last()
            .map(
                result ->
                    t(
                        "watch.check.last",
                        words.of(Duration.between(result.at(), now)),
                        words.of(result.zone()),
                        words.found(check, result)))
            .orElseGet(() -> t("watch.check.never")));
    status
        .last()
        .flatMap(result -> words.parts(result.timing()))
        .ifPresent(parts -> told.add(t("watch.check.parts", parts)));
    if (status.nodes().size() > 1) {
      status.nodes().values().forEach(result -> told.add(node(words, check, result, report)));
    }
    told.add(figures(words, status));
    status
        .budget()
        .ifPresent(
            budget ->
                told.add(
                    t(
                        "watch.check.objective",
                        words.of(budget.objective()),
                        words.of(budget),
                        words.pace(budget))));
    if (!status.troubled().isEmpty()) {
      told.add(t("watch.status.trouble", words.of(status.troubled())));
    }
    if (check.enabled() && !status.silent().isEmpty()) {
      told.add(t("watch.check.silent", words.of(status.silent())));
    }
    if (check.enabled() && status.blind()) {
      told.add(
          t(
              "watch.check.blind",
              status.heard(),
              check.rules().zones().size(),
              check.rules().quorum()));
    }
    return told;
  }

  private static String node(WatchText words, Check check, Result result, StatusReport report) {
    String machine =
        report.nodes().stream()
            .filter(node -> node.zone().equals(result.zone()))
            .map(Node::name)
            .findFirst()
            .orElse("?");
    return t("watch.check.node", words.of(result.zone()), machine, words.of(check, result));
  }

  /** As long as what is left. The sentence before it says the same. */
  private static ProgressBar bar(WatchText words, Budget budget) {
    var bar = new ProgressBar(0, 1, budget.leftShare());
    bar.addClassName("watch-budget");
    if (budget.burn().pace() != Burn.Pace.STEADY || budget.overspent()) {
      bar.addThemeVariants(ProgressBarVariant.ERROR);
    }
    bar.getElement().setAttribute("aria-label", t("watch.status.budget") + ": " + words.of(budget));
    return bar;
  }

  /** Levels of a server take no time to answer. */
  private static String figures(WatchText words, CheckStatus status) {
    String uptime = words.percent(status.all().uptime());
    return status.all().average().isEmpty()
        ? t("watch.check.figures.level", uptime, status.outages())
        : t("watch.check.figures", uptime, words.seconds(status.all().average()), status.outages());
  }
}
