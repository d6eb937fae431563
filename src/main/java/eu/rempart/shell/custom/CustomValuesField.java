package eu.rempart.shell.custom;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.shell.field.CheckedInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record has in the organisation's own fields, each with its input. Values of fields that
 * lie in the bin stay in the value; a Binder refuses to save while something is wrong or missing.
 */
public final class CustomValuesField extends CustomField<CustomValues>
    implements HasValidator<CustomValues>, CheckedInput {

  private static final long serialVersionUID = 1L;

  private final transient CustomBook book;
  private final transient List<CustomInput<?>> inputs = new ArrayList<>();
  private final Div grid = new Div();
  private transient CustomValues shown = CustomValues.NONE;
  private boolean showing;

  /** Empty inputs for these fields; takes no place where there are none. */
  public CustomValuesField(CustomBook book) {
    super(CustomValues.NONE);
    this.book = book;
    addClassName("custom-fields");
    grid.addClassName("form-grid");
    setLabel(t("shell.custom.fields"));
    add(grid);
    build();
    setVisible(true);
  }

  private void build() {
    grid.removeAll();
    inputs.clear();
    for (var field : book.all()) {
      CustomInput<?> input = CustomInputs.of(field, shown.of(field.id()));
      input.show(shown.of(field.id()));
      input.readOnly(isReadOnly() || book.isFixed(field));
      input.onChange(this::typed);
      if (field.kind() == CustomKind.LONG_TEXT) {
        input.component().addClassName("form-wide");
      }
      inputs.add(input);
      grid.add(input.component());
    }
  }

  private void typed() {
    if (!showing) {
      updateValue();
    }
  }

  @Override
  protected CustomValues generateModelValue() {
    CustomValues values = shown;
    for (CustomInput<?> input : inputs) {
      String before = shown.of(input.field().id());
      values = values.with(input.field().id(), input.value().orElse(before));
    }
    return values;
  }

  @Override
  protected void setPresentationValue(@Nullable CustomValues values) {
    showing = true;
    shown = CustomValues.orNone(values);
    build();
    showing = false;
  }

  @Override
  public Validator<CustomValues> getDefaultValidator() {
    return (_, _) ->
        check() ? ValidationResult.ok() : ValidationResult.error(t("shell.custom.wrong"));
  }

  /** For forms without a Binder; the first input that says what is wrong gets the cursor. */
  @Override
  public boolean check() {
    List<CustomInput<?>> wrong =
        inputs.stream()
            .filter(input -> !book.isFixed(input.field())) // nobody asks for what they can't fill
            .filter(CustomInput::check)
            .toList();
    if (wrong.isEmpty() || isReadOnly() || !isVisible()) {
      return true;
    }
    wrong.getFirst().focus();
    return false;
  }

  @Override
  public void setReadOnly(boolean readOnly) {
    super.setReadOnly(readOnly);
    inputs.forEach(input -> input.readOnly(readOnly || book.isFixed(input.field())));
  }

  /** Nothing is shown where there are no such fields. */
  @Override
  public void setVisible(boolean visible) {
    super.setVisible(visible && !inputs.isEmpty());
  }
}
