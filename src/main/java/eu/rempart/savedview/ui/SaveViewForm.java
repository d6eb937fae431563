package eu.rempart.savedview.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.savedview.SavedViewService;
import java.util.function.BiConsumer;

/** Asks what a view is to be called, and whether others see it. */
final class SaveViewForm extends Dialog {

  private static final long serialVersionUID = 1L;

  private final TextField name = new TextField(t("saved_view.field.name"));
  private final Checkbox shared = new Checkbox(t("savedview.share"));
  private final transient BiConsumer<String, Boolean> save;

  /**
   * A dialog that is not open yet.
   *
   * @param mayShare whether the member may let others see it
   * @param save told name and whether to share; may refuse the name
   */
  SaveViewForm(
      String title,
      String now,
      boolean isShared,
      boolean mayShare,
      BiConsumer<String, Boolean> save) {
    this.save = save;
    addClassName("save-view");
    setHeaderTitle(title);
    name.setValue(now);
    name.setMaxLength(SavedViewService.MAX_NAME);
    name.setAutofocus(true);
    shared.setValue(isShared);
    shared.setVisible(mayShare);
    var form = new com.vaadin.flow.component.html.Div(name, shared);
    form.addClassName("bulk-form");
    add(form);
    var button = new Button(t("savedview.save"), _ -> save());
    button.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), button);
  }

  private void save() {
    try {
      save.accept(name.getValue(), shared.getValue());
      close();
    } catch (InvalidFieldException e) {
      name.setErrorMessage(t("savedview.problem." + e.problem().name()));
      name.setInvalid(true);
      name.focus();
    }
  }
}
