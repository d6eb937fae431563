package eu.rempart.shell.secret;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.dialog.Dialog;
import eu.rempart.shell.part.Confirmation;

/** Dialogs with what nobody can be shown a second time: a key of Escape does not lose it. */
public final class ShownOnce {

  private ShownOnce() {}

  /** From now on Escape asks whether people have it. */
  public static void guard(Dialog dialog) {
    dialog.setCloseOnOutsideClick(false);
    dialog.addDialogCloseActionListener(
        _ ->
            Confirmation.askDanger(
                t("shell.once.title"),
                t("shell.once.sentence"),
                t("shell.once.leave"),
                dialog::close));
  }
}
