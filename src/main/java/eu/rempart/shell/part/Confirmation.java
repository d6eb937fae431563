package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** A question before something is done. Its button names the action; it never says OK. */
public final class Confirmation {

  private Confirmation() {}

  /**
   * Asks before an ordinary step.
   *
   * @param title the question
   * @param sentence what will happen
   * @param action text of the button that does it
   * @param run called when the button is pressed
   */
  public static ConfirmDialog ask(String title, String sentence, String action, Runnable run) {
    var dialog = new ConfirmDialog();
    dialog.setHeader(title);
    dialog.setText(sentence);
    dialog.setConfirmText(action);
    dialog.setCancelable(true);
    dialog.setCancelText(t("shell.cancel"));
    dialog.addConfirmListener(_ -> run.run());
    dialog.open();
    return dialog;
  }

  /** Asks before something that can't be taken back, or that takes records from the lists. */
  public static ConfirmDialog askDanger(
      String title, String sentence, String action, Runnable run) {
    var dialog = ask(title, sentence, action, run);
    dialog.setConfirmButtonTheme("error primary");
    return dialog;
  }
}
