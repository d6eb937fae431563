package eu.rempart.customfield.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import eu.rempart.common.custom.CustomField;
import eu.rempart.customfield.CustomFieldRules;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.part.Glyph;
import java.util.stream.Collectors;

/** One custom field among all: what it is, and what can be done with it. */
final class CustomFieldRow extends ListItem {

  private static final long serialVersionUID = 1L;

  /** What can be done with a field. */
  interface Steps {
    void edit(CustomField field);

    /** Up is less than 0. */
    void move(CustomField field, int by);

    void archive(CustomField field);
  }

  CustomFieldRow(CustomField field, boolean first, boolean last, Steps steps) {
    addClassName("custom-field-row");
    String name = CustomBook.label(field);
    var label = new Span(name);
    label.addClassName("custom-field-label");
    var what =
        new Span(
            t("custom_field.kind." + field.kind().name())
                + " · "
                + CustomFieldRules.RECORDS.stream()
                    .filter(field.records()::contains)
                    .map(kind -> t("custom_field.records." + kind))
                    .collect(Collectors.joining(", ")));
    what.addClassName("custom-field-what");
    var text = new Div(label, what);
    text.addClassName("custom-field-text");
    add(text);
    if (field.required()) {
      var required = new Span(t("custom_field.field.required"));
      required.addClassName("badge");
      text.add(required);
    }
    var up = button(Glyph.ARROW_UP, t("custom_field.up", name), () -> steps.move(field, -1));
    up.setEnabled(!first);
    var down = button(Glyph.ARROW_DOWN, t("custom_field.down", name), () -> steps.move(field, 1));
    down.setEnabled(!last);
    var buttons =
        new Div(
            up,
            down,
            button(Glyph.EDIT, t("custom_field.edit", name), () -> steps.edit(field)),
            button(Glyph.ARCHIVE, t("custom_field.archive", name), () -> steps.archive(field)));
    buttons.addClassName("custom-field-buttons");
    add(buttons);
  }

  private static Button button(Glyph glyph, String label, Runnable run) {
    var button = new Button(glyph.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }
}
