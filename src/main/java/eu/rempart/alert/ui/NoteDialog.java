package eu.rempart.alert.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.alert.incident.Step;
import java.util.function.Consumer;

/** Some words for the story of an incident. */
final class NoteDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  NoteDialog(Consumer<String> add) {
    setHeaderTitle(t("alert.note.title"));
    addClassName("alert-dialog");
    setCloseOnOutsideClick(false);
    var words = new TextArea(t("alert.note.words"));
    words.setMaxLength(Step.LONGEST_NOTE);
    words.setManualValidation(true);
    words.setErrorMessage(t("alert.note.missing"));
    words.setWidthFull();
    add(words);
    var go =
        new Button(
            t("alert.note.add"),
            _ -> {
              words.setInvalid(words.getValue().isBlank());
              if (!words.isInvalid()) {
                close();
                add.accept(words.getValue());
              }
            });
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), go);
  }
}
