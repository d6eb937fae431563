package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.dialog.Dialog;

/** Dialogs with what nobody can be shown a second time: a key of Escape does not lose it. */
public final class ShownOnce {

  private ShownOnce() {}

  /** Asks whoever leaves the dialog by Escape whether they have it; from now on. */
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
