package eu.rempart.shell.custom;

import com.vaadin.flow.component.customfield.CustomField;
import eu.rempart.shell.field.CheckedInput;
import org.jspecify.annotations.Nullable;

/** One of the organisation's own fields by itself; its value is the text that is kept. */
public final class CustomValueField extends CustomField<String> implements CheckedInput {

  private static final long serialVersionUID = 1L;

  private final transient eu.rempart.common.custom.CustomField field;
  private transient CustomInput<?> input;

  /** An empty one. */
  public CustomValueField(eu.rempart.common.custom.CustomField field) {
    super("");
    this.field = field;
    this.input = place("");
  }

  private CustomInput<?> place(String value) {
    CustomInput<?> placed = CustomInputs.of(field, value);
    placed.show(value);
    placed.readOnly(isReadOnly());
    placed.onChange(this::updateValue);
    add(placed.component());
    return placed;
  }

  @Override
  protected String generateModelValue() {
    return input.value().orElse("");
  }

  @Override
  protected void setPresentationValue(@Nullable String value) {
    remove(input.component());
    input = place(value == null ? "" : value);
  }

  @Override
  public boolean check() {
    return !input.check();
  }

  @Override
  public void setReadOnly(boolean readOnly) {
    super.setReadOnly(readOnly);
    input.readOnly(readOnly);
  }

  @Override
  public void focus() {
    input.focus();
  }
}
