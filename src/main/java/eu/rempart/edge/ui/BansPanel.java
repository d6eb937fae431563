package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.admin.EdgeChange;
import eu.rempart.edge.ban.Ban;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who is slowed or refused now, on what evidence, for how long; and how to end it. */
public final class BansPanel extends Composite<Panel> {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;
  private static final Duration LONGER = Duration.ofDays(7);

  private final transient EdgeAdministration administration;
  private final Lines lines = new Lines(t("edge.bans.title"), t("edge.bans.none"));
  private transient List<Ban> shown = List.of();
  private long shownMinute;

  public BansPanel(EdgeAdministration administration) {
    this.administration = administration;
    var byHand = new Button(t("edge.ban.impose"), _ -> impose(""));
    byHand.addThemeVariants(ButtonVariant.TERTIARY);
    getContent().add(lines, byHand);
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.bans.title"));
  }

  /** Draws again only what changed, so that a button stays under the finger that goes for it. */
  public void show() {
    Instant now = Instant.now();
    List<Ban> active = administration.bans().stream().limit(SHOWN).toList();
    long minute = now.getEpochSecond() / 60;
    if (active.equals(shown) && minute == shownMinute) {
      return;
    }
    shown = active;
    shownMinute = minute;
    lines.clear();
    active.forEach(ban -> add(ban, now));
  }

  private void add(Ban ban, Instant now) {
    String network = ban.network().toString();
    var lift = new Button(t("edge.ban.lift"), _ -> lift(ban));
    lift.setAriaLabel(t("edge.ban.lift.of", network));
    var extend = new Button(t("edge.ban.extend"), _ -> extend(ban));
    extend.setAriaLabel(t("edge.ban.extend.of", network));
    lift.addThemeVariants(ButtonVariant.TERTIARY);
    extend.addThemeVariants(ButtonVariant.TERTIARY);
    String why = TrafficText.why(ban);
    lines.add(
        network + " · " + TrafficText.of(ban.place()),
        ban.step() == Ban.Step.BANNED ? t("edge.ban.banned") : t("edge.ban.slowed"),
        t(
            "edge.ban.line",
            ban.reason() == null ? why : why + " – " + ban.reason(),
            TrafficText.of(ban.left(now)),
            ban.repetition()),
        lift,
        extend);
  }

  private void lift(Ban ban) {
    open(
        t("edge.ban.lift.title", ban.network()),
        new PlainChange(new EdgeChange.Lift(ban), t("edge.ban.lift.sentence"), false));
  }

  private void extend(Ban ban) {
    open(
        t("edge.ban.extend.title", ban.network()),
        new PlainChange(
            new EdgeChange.SetLeft(ban, LONGER),
            t("edge.ban.extend.sentence", TrafficText.of(LONGER)),
            false));
  }

  /** Asks how long a network is to be refused. */
  public void impose(String network) {
    open(t("edge.ban.impose"), NetworkForm.ban(network));
  }

  private void open(String title, ChangeForm form) {
    new ChangeDialog(title, form, administration, this::show).open();
  }
}
