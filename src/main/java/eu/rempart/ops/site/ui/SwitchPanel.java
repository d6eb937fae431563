package eu.rempart.ops.site.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import eu.rempart.ops.site.SiteBoard.Switch;
import eu.rempart.ops.site.SiteBoard.Switch.Step;
import eu.rempart.ops.site.SiteMove;
import eu.rempart.ops.site.SiteService;
import eu.rempart.ops.site.SiteState;
import eu.rempart.ops.site.SiteState.Obstacle;
import eu.rempart.ops.site.SiteState.Site;
import eu.rempart.shell.part.CommandBlock;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.proof.ProofDialog;
import eu.rempart.shell.text.Formats;
import java.util.Optional;

/** The button that hands the database over, why it can't, and how it went. */
final class SwitchPanel extends Composite<Section> {

  private static final long serialVersionUID = 1L;
  private static final String REASON = "site-switch-reason";

  private final transient SiteService service;
  private final Button go = new Button();
  private final Paragraph reason = new Paragraph();
  private final CommandBlock command =
      new CommandBlock(t("sites.switch.title"), "./rempart site switch");
  private final Paragraph progress = new Paragraph();
  private final Paragraph last = new Paragraph();
  private String other = "";

  SwitchPanel(SiteService service) {
    this.service = service;
    getContent().addClassNames("light-panel", "site-panel");
    go.addThemeVariants(ButtonVariant.PRIMARY);
    go.addClickListener(_ -> ask());
    go.getElement().setAttribute("aria-describedby", REASON);
    reason.setId(REASON);
    reason.addClassName("line-soft");
    progress.getElement().setAttribute("role", "status");
    progress.addClassName("site-progress");
    last.addClassName("line-soft");
    var row = new Div(go, reason);
    row.addClassNames("light-row", "site-switch");
    getContent().add(new H2(t("sites.switch.title")), row, command, progress, last);
  }

  void show(SiteState state) {
    if (state.leader().isPresent()) { // while nobody leads nobody is the other one
      other = state.other().map(Site::name).orElse("");
    }
    go.setText(other.isEmpty() ? t("sites.switch.none") : t("sites.switch.to", other));
    Optional<Switch> asked = service.latest();
    Optional<SiteMove> moved = state.lastSwitch();
    String obstacle = obstacle(state, asked);
    command.setVisible(!service.maySwitch());
    go.setEnabled(obstacle.isEmpty());
    reason.setText(obstacle.isEmpty() ? t("sites.switch.sentence") : obstacle);
    // once it is in the history, that says more
    Optional<Switch> news = asked.filter(each -> each.step() != Step.DONE || !isIn(moved, each));
    progress.setText(news.map(SwitchPanel::words).orElse(""));
    progress.setVisible(news.isPresent());
    last.setText(moved.map(SwitchPanel::words).orElse(t("sites.switch.never")));
  }

  private String obstacle(SiteState state, Optional<Switch> asked) {
    if (!service.maySwitch()) {
      return t("sites.obstacle.right");
    }
    if (asked.filter(each -> each.step() == Step.RUNNING).isPresent()) {
      return SiteTexts.obstacle(Obstacle.SWITCHING, other);
    }
    return state.obstacle().map(each -> SiteTexts.obstacle(each, other)).orElse("");
  }

  private static boolean isIn(Optional<SiteMove> moved, Switch asked) {
    return moved.filter(move -> !move.at().isBefore(asked.begun())).isPresent();
  }

  private static String words(Switch asked) {
    return switch (asked.step()) {
      case RUNNING -> t("sites.switch.running", asked.to());
      case DONE -> t("sites.switch.done", asked.to());
      case REFUSED -> t("sites.switch.refused", asked.reason() == null ? "" : asked.reason());
    };
  }

  private static String words(SiteMove move) {
    return t(
        "sites.switch.last", Formats.dateTime(move.at()), SiteTexts.way(move), SiteTexts.gap(move));
  }

  private void ask() {
    String to = other;
    // for some seconds nobody can save: Enter alone must not do that
    Confirmation.askDanger(
        t("sites.switch.ask", to),
        t("sites.switch.ask.sentence", to),
        t("sites.switch.to", to),
        () -> ProofDialog.run(() -> begin(to)));
  }

  private void begin(String to) {
    service.switchTo(to).ifPresent(obstacle -> Notices.error(SiteTexts.obstacle(obstacle, to)));
    service.state().ifPresent(this::show);
  }
}
