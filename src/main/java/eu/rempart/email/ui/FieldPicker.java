package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.email.template.Signed;
import eu.rempart.email.template.TemplateField;

/** Offers the fields that a record fills, and puts the chosen one into a text. */
final class FieldPicker {

  private FieldPicker() {}

  /** Adds the chosen field at the end of the text, above its signature. */
  static Select<TemplateField> into(TextArea text) {
    var fields = new Select<TemplateField>();
    fields.setLabel(t("email.insert"));
    fields.setItems(TemplateField.values());
    fields.setItemLabelGenerator(field -> t("email.insert." + field.code()));
    fields.addValueChangeListener(
        change -> {
          TemplateField chosen = change.getValue();
          if (chosen != null) {
            text.setValue(Signed.above(text.getValue(), chosen.marked()));
            fields.clear();
            text.focus();
          }
        });
    return fields;
  }
}
