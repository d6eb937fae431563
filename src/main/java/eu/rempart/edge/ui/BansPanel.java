package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.account.ui.AccountNavigation;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.admin.EdgeChange;
import eu.rempart.edge.admin.Outcome;
import eu.rempart.edge.ban.Ban;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is slowed or refused now, on what evidence and for how long. Who may, ends or prolongs it
 * with one click: the ledger says that it was one.
 */
public final class BansPanel extends Composite<Panel> {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  /** So many leave room for what stands below. */
  private static final int FEW = 8;

  private static final Duration LONGER = Duration.ofDays(7);

  private final transient EdgeAdministration administration;
  private final boolean mayChange;
  private final Lines lines = new Lines(t("edge.bans.title"), t("edge.bans.none"));
  private final Paragraph rest = new Paragraph();
  private final Button more = new Button("", _ -> toggle());
  private boolean whole;
  private transient List<Ban> shown = List.of();
  private long shownMinute;

  /**
   * A panel.
   *
   * @param mayChange whether whoever looks may lift, extend and impose
   */
  public BansPanel(EdgeAdministration administration, boolean mayChange) {
    this.administration = administration;
    this.mayChange = mayChange;
    more.addThemeVariants(ButtonVariant.TERTIARY);
    getContent().add(lines, rest, more);
    if (mayChange) {
      var byHand = new Button(t("edge.ban.impose"), _ -> impose(""));
      byHand.addThemeVariants(ButtonVariant.TERTIARY);
      getContent().add(byHand);
    }
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.bans.title"));
  }

  /** Draws again only what changed, so that a button stays under the finger that goes for it. */
  public void show() {
    Instant now = Instant.now();
    List<Ban> active = administration.bans();
    long minute = now.getEpochSecond() / 60;
    if (active.equals(shown) && minute == shownMinute) {
      return;
    }
    shown = active;
    shownMinute = minute;
    lines.clear();
    active.stream().limit(whole ? SHOWN : FEW).forEach(ban -> add(ban, now));
    more.setVisible(active.size() > FEW);
    more.setText(whole ? t("edge.bans.few") : all(active.size()));
    rest.setVisible(whole && active.size() > SHOWN);
    rest.setText(t("edge.bans.rest", SHOWN, active.size()));
    more.getElement().setAttribute("aria-expanded", Boolean.toString(whole));
  }

  /** Of thousands the first ones are drawn, and it is said that they are. */
  private static String all(int count) {
    return count > SHOWN ? t("edge.bans.first", SHOWN, count) : t("edge.bans.all", count);
  }

  private void toggle() {
    whole = !whole;
    shown = List.of();
    show();
  }

  private void add(Ban ban, Instant now) {
    String network = ban.network().toString();
    String why = TrafficText.why(ban);
    lines.add(
        network + " · " + TrafficText.of(ban.place()),
        ban.step() == Ban.Step.BANNED ? t("edge.ban.banned") : t("edge.ban.slowed"),
        t(
            "edge.ban.line",
            ban.reason() == null ? why : why + " – " + withoutStop(ban.reason()),
            TrafficText.of(ban.left(now)),
            ban.repetition()),
        mayChange ? actions(ban, network, now) : new Component[0]);
  }

  /** The sentence that it stands in goes on. */
  private static String withoutStop(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }

  private Component[] actions(Ban ban, String network, Instant now) {
    var events = new Button(t("edge.events"), _ -> AccountNavigation.showEventsFrom(network));
    events.setAriaLabel(t("edge.events.of", network));
    var lift =
        new Button(
            t("edge.ban.lift"), _ -> change(new EdgeChange.Lift(ban), t("edge.ban.lift.reason")));
    lift.setAriaLabel(t("edge.ban.lift.of", network));
    List<Button> offered = new ArrayList<>();
    if (ban.left(now).compareTo(LONGER) < 0) {
      offered.add(extend(ban, network));
    }
    // those that every line has stand below each other
    offered.addAll(List.of(events, lift));
    offered.forEach(button -> button.addThemeVariants(ButtonVariant.TERTIARY));
    return offered.toArray(Component[]::new);
  }

  private Button extend(Ban ban, String network) {
    var extend =
        new Button(
            t("edge.ban.extend", TrafficText.of(LONGER)),
            _ -> change(new EdgeChange.Prolong(ban, LONGER), t("edge.ban.extend.reason")));
    extend.setAriaLabel(t("edge.ban.extend.of", network, TrafficText.of(LONGER)));
    return extend;
  }

  private void change(EdgeChange change, String reason) {
    switch (administration.change(change, ChangeDialog.address(), reason)) {
      case Outcome.Done _ -> Notices.success(t("edge.change.saved"));
      case Outcome.Stale _ -> Notices.error(t("edge.change.stale"));
      case Outcome.WouldShutOut(var own) -> Notices.error(t("edge.change.shuts-out", own));
      case Outcome.WouldShutOutLater(var own, var from) ->
          Notices.error(t("edge.change.shuts-out.later", own, Formats.dateTime(from)));
    }
    show();
  }

  /** Asks how long a network is to be refused. */
  public void impose(String network) {
    new ChangeDialog(t("edge.ban.impose"), NetworkForm.ban(network), administration, this::show)
        .open();
  }
}
