package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.shell.part.Notices;
import java.util.Map;
import java.util.function.Function;

/** Says at the fields of a form what is to be known of them. */
public final class FieldRemarks {

  private FieldRemarks() {}

  /**
   * Puts the sentence at the field that was refused, and the cursor into it; the others are right.
   * Of a field that the person is not shown it is said at the edge of the screen.
   *
   * @param fields the inputs, by what they are of
   * @param column of the record's table, which the problem names
   * @param sentence what is wrong, in the person's language
   */
  public static <F> void refused(
      InvalidFieldException problem,
      Map<F, Component> fields,
      Function<F, String> column,
      Function<F, String> sentence) {
    fields.forEach(
        (field, input) -> {
          boolean wrong = problem.field().endsWith("." + column.apply(field));
          if (input instanceof HasValidation validated) {
            validated.setInvalid(wrong);
            validated.setErrorMessage(wrong ? sentence.apply(field) : "");
          }
          if (wrong && !input.isVisible()) {
            String label = input instanceof HasLabel labelled ? labelled.getLabel() : null;
            Notices.error(
                t("shell.field.unseen", label == null ? "" : label, sentence.apply(field)));
          } else if (wrong && input instanceof Focusable<?> focusable) {
            focusable.focus();
          }
        });
  }

  /**
   * Says at fields that did not open that they are empty for this reason, as long as they are.
   *
   * @param unopenable short codes, by the field
   * @param sentence with the code, in the person's language
   */
  public static <F> void unopenable(
      Map<F, String> unopenable, Map<F, Component> fields, Function<String, String> sentence) {
    unopenable.forEach(
        (field, code) -> {
          if (fields.get(field) instanceof HasHelper input) {
            String remark = sentence.apply(code);
            String before = remark.equals(input.getHelperText()) ? "" : input.getHelperText();
            input.setHelperText(remark);
            if (input instanceof HasValue<?, ?> value) {
              value.addValueChangeListener(
                  _ -> input.setHelperText(value.isEmpty() ? remark : before));
            }
          }
        });
  }
}
