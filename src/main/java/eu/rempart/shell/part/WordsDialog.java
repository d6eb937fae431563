package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks for some words, for a story that only grows. */
public final class WordsDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final TextArea words;

  /**
   * Asks for them.
   *
   * @param title of the dialog
   * @param label of the words
   * @param longest so many characters
   * @param missing what is said to whoever writes none
   * @param go what its button says
   * @param add takes them, which are not blank
   */
  public WordsDialog(
      String title, String label, int longest, String missing, String go, Consumer<String> add) {
    setHeaderTitle(title);
    setCloseOnOutsideClick(false);
    words = new TextArea(label);
    words.setMaxLength(longest);
    words.setManualValidation(true);
    words.setErrorMessage(missing);
    words.setWidthFull();
    add(words);
    var done =
        new Button(
            go,
            _ -> {
              words.setInvalid(words.getValue().isBlank());
              if (!words.isInvalid()) {
                close();
                add.accept(words.getValue());
              }
            });
    done.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), done);
  }

  /** Says who reads them. */
  public WordsDialog hint(String sentence) {
    words.setHelperText(sentence);
    return this;
  }
}
