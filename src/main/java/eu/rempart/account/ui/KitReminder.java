package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import eu.rempart.account.setup.KitState;
import eu.rempart.account.setup.OperatorSecret;
import eu.rempart.account.setup.RecoveryKitService;
import java.util.Optional;
import java.util.Set;

/**
 * Comes back into every administrator's sight, at each page load, until somebody has put the
 * recovery kit into a safe and the operator of an unattended set-up knows neither the password nor
 * the kit any more; in between it can be put aside, since it lies over the page.
 */
final class KitReminder {

  private KitReminder() {}

  static void showIfNeeded(RecoveryKitService kits) {
    var state = kits.state();
    var known = operatorKnows(kits.knownToOperator());
    if (state == KitState.SAFE && known.isEmpty()) {
      return;
    }
    var reminder = new Notification();
    reminder.setPosition(Notification.Position.BOTTOM_END);
    reminder.setDuration(0);
    var row = new Div();
    row.addClassName("kit-reminder");
    known.ifPresent(sentence -> row.add(new Span(sentence)));
    var buttons = new Div();
    if (state != KitState.SAFE) {
      var sentence =
          new Span(
              state == KitState.IN_FILE
                  ? t("account.kit.infile", kits.file().toString())
                  : t("account.kit.unconfirmed"));
      var moved = new Button(t("account.kit.moved"));
      moved.addClickListener(
          _ -> {
            if (!kits.confirmed()) {
              sentence.setText(t("account.kit.stillthere", kits.file().toString()));
            } else if (known.isEmpty()) {
              reminder.close();
            } else {
              sentence.removeFromParent();
              moved.removeFromParent();
            }
          });
      row.add(sentence);
      buttons.add(moved);
    }
    buttons.add(
        new Button(t("account.kit.later"), _ -> reminder.close()),
        new Anchor(AccountNavigation.SECURITY, t("account.security.title")));
    known.ifPresent(
        _ -> buttons.add(new Anchor(AccountNavigation.PROFILE, t("account.profile.title"))));
    row.add(buttons);
    reminder.add(row);
    reminder.open();
  }

  /** The finding after an unattended set-up, while there is one. */
  static Optional<String> operatorKnows(Set<OperatorSecret> known) {
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        known.size() > 1
            ? t("account.operator.both")
            : known.contains(OperatorSecret.KIT)
                ? t("account.operator.kit")
                : t("account.operator.password"));
  }
}
