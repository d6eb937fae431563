package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.email.template.OwnField;
import eu.rempart.email.template.Signed;
import eu.rempart.email.template.TemplateField;
import eu.rempart.shell.text.Texts;
import java.util.List;
import java.util.stream.Stream;

/** Offers the fields that a record fills, and puts the chosen one into a text. */
final class FieldPicker {

  private FieldPicker() {}

  /**
   * A field that is offered.
   *
   * @param marked as it stands in a text
   */
  record Offered(String label, String marked) {

    /** Labels are customer data. */
    @Override
    public String toString() {
      return "Offered[hidden]";
    }
  }

  /**
   * Adds the chosen field at the end of the text, above its signature.
   *
   * @param own the organisation's own fields
   */
  static Select<Offered> into(TextArea text, List<OwnField> own) {
    var fields = new Select<Offered>();
    fields.setLabel(t("email.insert"));
    fields.setItems(
        Stream.concat(
                Stream.of(TemplateField.values())
                    .map(each -> new Offered(t("email.insert." + each.code()), each.marked())),
                own.stream().map(FieldPicker::offered))
            .toList());
    fields.setItemLabelGenerator(Offered::label);
    fields.addValueChangeListener(
        change -> {
          Offered chosen = change.getValue();
          if (chosen != null) {
            text.setValue(Signed.above(text.getValue(), chosen.marked()));
            fields.clear();
            text.focus();
          }
        });
    return fields;
  }

  private static Offered offered(OwnField own) {
    return new Offered(
        t("email.insert.own", t(own.kind() + ".kind"), own.field().label(Texts.locale())),
        own.marked(Texts.locale()));
  }
}
