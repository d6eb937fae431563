package eu.rempart.watch.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Live;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.WordsDialog;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.probe.ProbeService;
import eu.rempart.watch.probe.ui.AgentPanel;
import eu.rempart.watch.result.CheckStatus;
import eu.rempart.watch.result.Incident;
import eu.rempart.watch.result.Maintenance;
import eu.rempart.watch.result.StatusReport;
import eu.rempart.watch.result.Step;
import eu.rempart.watch.result.WatchService;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is watched, how it is, and what is planned. */
@Route(value = WatchNavigation.WATCH, layout = MainLayout.class)
@RolesAllowed(Access.OPERATIONS)
@OpenToEngineers
@StyleSheet("styles/watch.css")
public final class WatchView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  /** How often what is shown is brought up to date. */
  private static final Duration PACE = Duration.ofSeconds(5);

  private final transient WatchService watch;
  private final transient ProbeService probes;
  private final AgentPanel agents;
  private final CheckList checks;
  private final Button askAll = new Button(t("watch.ask"), _ -> askAll());
  private final StoryList maintenance = new StoryList(this::note, this::end);
  private final StoryList incidents = new StoryList(this::note, this::end);
  private transient StatusReport told;

  public WatchView(WatchService watch, ProbeService probes) {
    this.watch = watch;
    this.probes = probes;
    this.told = watch.report();
    this.agents = new AgentPanel(probes);
    boolean mayDefine = watch.mayDefine();
    this.checks = new CheckList(this::pause, this::edit, this::retire, mayDefine);
    var page = getContent();
    page.addClassName("watch-page");
    var make = new Button(t("watch.check.new"), _ -> create());
    make.addThemeVariants(ButtonVariant.PRIMARY);
    make.setVisible(mayDefine);
    var plan = new Button(t("watch.maintenance.plan"), _ -> plan());
    var refresh = new Button(t("watch.refresh"), _ -> show());
    refresh.addThemeVariants(ButtonVariant.TERTIARY);
    var publicPage = new Anchor("/status", t("watch.public"));
    publicPage.getElement().setAttribute("router-ignore", true);
    var actions = new Div(make, askAll, plan, refresh, publicPage);
    actions.addClassName("line-actions");
    page.add(
        new H1(t("watch.title")),
        new Paragraph(t("watch.sentence")),
        actions,
        panel(t("watch.checks"), checks),
        panel(t("probe.title"), agents),
        panel(t("watch.maintenance"), maintenance),
        panel(t("watch.incidents"), incidents));
    show();
    Live.every(page, PACE, this::refresh);
  }

  @Override
  public String getPageTitle() {
    return t("watch.title");
  }

  private static Section panel(String title, Component content) {
    var panel = new Section(new H2(title));
    panel.addClassName("watch-panel");
    panel.add(content);
    return panel;
  }

  private void show() {
    StatusReport report = watch.report();
    checks.show(report);
    agents.show();
    offer(report);
    showStories(report);
  }

  /** Agents measure nothing before a check asks them. */
  private void offer(StatusReport report) {
    askAll.setVisible(watch.mayDefine() && lacking(report, probes.zones()) > 0);
  }

  private static long lacking(StatusReport report, Collection<Zone> zones) {
    return report.checks().stream().filter(status -> status.check().couldAsk(zones)).count();
  }

  private void askAll() {
    List<Zone> zones = probes.zones();
    StatusReport report = watch.report();
    Confirmation.ask(
        t("watch.ask.title"),
        t("watch.ask.sentence", lacking(report, zones), Words.of(report).of(zones)),
        t("watch.ask"),
        () -> {
          Notices.success(t("watch.ask.done", watch.askIn(zones)));
          show();
        });
  }

  /** What has buttons is drawn anew only if it changed: somebody may be about to press one. */
  private void refresh() {
    StatusReport report = watch.report();
    checks.show(report);
    offer(report);
    if (!report.maintenance().equals(told.maintenance())
        || !report.incidents().equals(told.incidents())) {
      showStories(report);
    }
  }

  private void showStories(StatusReport report) {
    told = report;
    maintenance.showMaintenance(report);
    incidents.showIncidents(report);
  }

  private void create() {
    if (watch.report().checks().size() >= WatchService.MOST_CHECKS) {
      Notices.error(t("watch.check.many", WatchService.MOST_CHECKS));
      return;
    }
    dialog(Optional.empty());
  }

  private void pause(Check check) {
    if (!watch.measure(check, !check.enabled())) {
      Notices.error(t("watch.check.stale"));
    }
    show();
  }

  private void edit(Check check) {
    dialog(Optional.of(check));
  }

  private void dialog(Optional<Check> check) {
    WatchText words = Words.current(probes.places());
    new CheckDialog(check, words, probes.zones(), this::save).open();
  }

  private boolean save(Check check) {
    boolean saved = watch.save(check);
    if (saved) {
      show();
    }
    return saved;
  }

  private void retire(Check check) {
    Confirmation.askDanger(
        t("watch.check.retire.of", check.name()),
        t("watch.check.retire.sentence"),
        t("watch.check.retire"),
        () -> {
          if (watch.retire(check)) {
            Notices.success(t("watch.check.retired"));
          } else {
            Notices.error(t("watch.check.stale"));
          }
          show();
        });
  }

  private void plan() {
    var all = watch.report().checks().stream().map(CheckStatus::check).toList();
    new MaintenanceDialog(
            all,
            planned -> {
              watch.plan(planned);
              Notices.success(t("watch.maintenance.saved"));
              show();
            })
        .open();
  }

  private void end(Maintenance window) {
    if (watch.end(window.id())) {
      Notices.success(t("watch.maintenance.ended"));
    }
    show();
  }

  private void note(Incident incident) {
    new WordsDialog(
            t("watch.note.title"),
            t("watch.note.words"),
            Step.LONGEST_NOTE,
            t("watch.note.missing"),
            t("watch.note.add"),
            words -> {
              watch.note(incident.id(), words);
              Notices.success(t("watch.note.added"));
              show();
            })
        .hint(t("watch.note.hint"))
        .open();
  }
}
