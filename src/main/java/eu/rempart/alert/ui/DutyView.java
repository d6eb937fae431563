package eu.rempart.alert.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.alert.duty.Duty;
import eu.rempart.alert.duty.DutyEntry;
import eu.rempart.alert.duty.DutyReport;
import eu.rempart.alert.duty.DutyService;
import eu.rempart.alert.duty.Rotation;
import eu.rempart.alert.duty.Stretch;
import eu.rempart.alert.queue.Reach;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is on duty now and in the next weeks, and what is entered about it. */
@Route(value = AlertNavigation.DUTY, layout = MainLayout.class)
@RolesAllowed(Access.OPERATIONS)
@OpenToEngineers
@StyleSheet("styles/light.css")
@StyleSheet("styles/alerts.css")
public final class DutyView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient DutyService duty;
  private final Paragraph now = new Paragraph();
  private final Lines reach = new Lines(t("alert.duty.reach"));
  private final Lines calendar = new Lines(t("alert.duty.calendar"));
  private final Lines entered = new Lines(t("alert.duty.entered"));

  public DutyView(DutyService duty) {
    this.duty = duty;
    var page = getContent();
    page.addClassName("light-page");
    var rotate = new Button(t("alert.duty.rotate"), _ -> rotate());
    rotate.addThemeVariants(ButtonVariant.PRIMARY);
    var pair = new Button(t("alert.duty.pair"), _ -> enter(DutyEntry.Kind.PAIR));
    var swap = new Button(t("alert.duty.swap"), _ -> enter(DutyEntry.Kind.SWAP));
    var actions = new Div(rotate, pair, swap);
    actions.addClassName("line-actions");
    now.addClassName("alert-now");
    page.add(
        new H1(t("alert.duty.title")),
        new Paragraph(t("alert.duty.sentence")),
        now,
        actions,
        reach,
        calendar,
        entered);
    show();
  }

  @Override
  public String getPageTitle() {
    return t("alert.duty.title");
  }

  private void rotate() {
    new RotationDialog(
            duty.people(),
            duty.report().people(),
            made -> {
              duty.rotate(made);
              saved();
            })
        .open();
  }

  private void enter(DutyEntry.Kind kind) {
    new DutyDialog(
            kind,
            duty.people(),
            duty.report().people(),
            made -> {
              duty.enter(made);
              saved();
            })
        .open();
  }

  private void saved() {
    Notices.success(t("alert.duty.saved"));
    show();
  }

  private void show() {
    DutyReport report = duty.report();
    Map<UUID, String> people = report.people();
    now.setText(
        t(
            "alert.duty.now",
            person(people, report.now().first()),
            person(people, report.now().second())));
    reach.clear();
    if (report.ways().isEmpty()) {
      reach.none(t("alert.duty.reach.nobody"));
    }
    report.ways().forEach((member, ways) -> show(Words.name(people, member), ways));
    calendar.clear();
    if (report.stretches().isEmpty()) {
      calendar.none(t("alert.duty.never"));
    }
    report.stretches().forEach(stretch -> show(stretch, people));
    entered.clear();
    if (report.rotations().isEmpty() && report.entries().isEmpty()) {
      entered.none(t("alert.duty.entered.none"));
    }
    report.rotations().forEach(rotation -> show(rotation, people));
    report.entries().forEach(entry -> show(entry, people));
  }

  /** By what somebody is reached, and whether that worked the last time. */
  private void show(String person, List<Reach> ways) {
    boolean reached = ways.stream().anyMatch(Reach::works);
    Div name = Lines.name(person);
    if (!reached) {
      name.add(Lines.chip(t("alert.duty.reach.not"), "alert-critical"));
    }
    Div words = reach.add(name);
    if (ways.isEmpty()) {
      words.add(Lines.soft(t("alert.step.nobody.person", person)));
    }
    ways.forEach(way -> words.add(Lines.soft(Words.of(way))));
  }

  private void show(Stretch stretch, Map<UUID, String> people) {
    Div name = Lines.name(pair(stretch.duty(), people));
    if (!stretch.faults().isEmpty()) {
      name.add(Lines.chip(Words.of(stretch.faults()), "alert-critical"));
    }
    calendar
        .add(name)
        .add(
            Lines.soft(
                t(
                    "alert.fromto",
                    Formats.dateTime(stretch.begin()),
                    Formats.dateTime(stretch.end()))));
  }

  private static String pair(Duty duty, Map<UUID, String> people) {
    return t("alert.duty.pair.line", person(people, duty.first()), person(people, duty.second()));
  }

  /** Not every language has one word for nobody, wherever it stands. */
  private static String person(Map<UUID, String> people, @Nullable UUID who) {
    return who == null ? t("alert.duty.vacant") : Words.name(people, who);
  }

  private void show(Rotation rotation, Map<UUID, String> people) {
    String title = t("alert.duty.rotation.line", rotation.days());
    entered
        .add(Lines.name(title), cancel(rotation.id(), title))
        .add(
            Lines.soft(t("alert.since", Formats.dateTime(rotation.begin()))),
            Lines.soft(
                rotation.pairs().stream()
                    .map(each -> pair(each, people))
                    .collect(Collectors.joining(" → "))));
  }

  private void show(DutyEntry entry, Map<UUID, String> people) {
    String first = Words.name(people, entry.first());
    String second = Words.name(people, entry.second());
    String title =
        entry.kind() == DutyEntry.Kind.PAIR
            ? t("alert.duty.pair.line", first, second)
            : t("alert.duty.swap.line", second, first);
    entered
        .add(Lines.name(title), cancel(entry.id(), title))
        .add(
            Lines.soft(
                t("alert.fromto", Formats.dateTime(entry.begin()), Formats.dateTime(entry.end()))));
  }

  private Button cancel(UUID id, String title) {
    return Lines.button(
        t("alert.duty.cancel"),
        t("alert.duty.cancel.of", title),
        () -> {
          if (duty.cancel(id)) {
            Notices.success(t("alert.duty.cancelled"));
          }
          show();
        });
  }
}
