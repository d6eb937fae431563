package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import eu.rempart.account.setup.KitState;
import eu.rempart.account.setup.RecoveryKitService;

/**
 * Comes back into every administrator's sight, at each page load, until somebody has put the
 * recovery kit into a safe; in between it can be put aside, since it lies over the page.
 */
final class KitReminder {

  private KitReminder() {}

  static void showIfNeeded(RecoveryKitService kits) {
    var state = kits.state();
    if (state == KitState.SAFE) {
      return;
    }
    var reminder = new Notification();
    reminder.setPosition(Notification.Position.BOTTOM_END);
    reminder.setDuration(0);
    var sentence =
        new Span(
            state == KitState.IN_FILE
                ? t("account.kit.infile", kits.file().toString())
                : t("account.kit.unconfirmed"));
    var moved =
        new Button(
            t("account.kit.moved"),
            _ -> {
              if (kits.confirmed()) {
                reminder.close();
              } else {
                sentence.setText(t("account.kit.stillthere", kits.file().toString()));
              }
            });
    var more = new Anchor(AccountNavigation.SECURITY, t("account.security.title"));
    var later = new Button(t("account.kit.later"), _ -> reminder.close());
    var row = new Div(sentence, new Div(moved, later, more));
    row.addClassName("kit-reminder");
    reminder.add(row);
    reminder.open();
  }
}
