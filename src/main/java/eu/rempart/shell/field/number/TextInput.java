package eu.rempart.shell.field.number;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasPlaceholder;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.shared.HasClearButton;
import com.vaadin.flow.component.shared.HasPrefix;
import com.vaadin.flow.component.shared.HasSuffix;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.shared.InputField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationStatusChangeEvent;
import com.vaadin.flow.data.binder.ValidationStatusChangeListener;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiFunction;
import com.vaadin.flow.shared.Registration;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What Vaadin's field of text is apart from the value in it: its name, when it tells of its text,
 * and who is told whether that is right.
 *
 * @param <C> the field itself
 * @param <N> what it holds; null while it is empty
 */
@Tag("vaadin-text-field")
@Uses(TextField.class)
public abstract class TextInput<C extends TextInput<C, N>, N>
    extends AbstractSinglePropertyField<C, @Nullable N>
    implements Focusable<C>,
        HasAriaLabel,
        HasClearButton,
        HasPlaceholder,
        HasPrefix,
        HasSuffix,
        HasValidationProperties,
        HasValidator<@Nullable N>,
        HasValueChangeMode,
        InputField<AbstractField.ComponentValueChangeEvent<C, @Nullable N>, @Nullable N> {

  @Serial private static final long serialVersionUID = 1L;

  /** The property that has the text. */
  static final String TEXT = "value";

  private final List<ValidationStatusChangeListener<@Nullable N>> listeners =
      new CopyOnWriteArrayList<>();
  private ValueChangeMode mode = ValueChangeMode.ON_CHANGE;
  private int timeout = DEFAULT_CHANGE_TIMEOUT;

  TextInput(
      SerializableBiFunction<C, String, @Nullable N> parsed,
      SerializableBiFunction<C, @Nullable N, String> written) {
    super(TEXT, null, String.class, parsed, written);
    getElement().setProperty("manualValidation", true);
    getElement().setProperty("autocomplete", "off");
    setValueChangeMode(ValueChangeMode.ON_CHANGE);
  }

  /** Tells listeners whether what the field holds is right. */
  final void tellStatus(boolean right) {
    var event = new ValidationStatusChangeEvent<@Nullable N>(this, right);
    listeners.forEach(listener -> listener.validationStatusChanged(event));
  }

  @Override
  public Registration addValidationStatusChangeListener(
      ValidationStatusChangeListener<@Nullable N> listener) {
    return Registration.addAndRemove(listeners, listener);
  }

  @Override
  public final ValueChangeMode getValueChangeMode() {
    return mode;
  }

  @Override
  public final void setValueChangeMode(ValueChangeMode newMode) {
    mode = newMode;
    setSynchronizedEvent(ValueChangeMode.eventForMode(newMode, "value-changed"));
    ValueChangeMode.applyChangeTimeout(mode, timeout, getSynchronizationRegistration());
  }

  @Override
  public final int getValueChangeTimeout() {
    return timeout;
  }

  @Override
  public final void setValueChangeTimeout(int milliseconds) {
    timeout = milliseconds;
    ValueChangeMode.applyChangeTimeout(mode, timeout, getSynchronizationRegistration());
  }

  @Override
  public final void setAriaLabel(@Nullable String label) {
    getElement().setProperty("accessibleName", label);
  }

  @Override
  public final Optional<String> getAriaLabel() {
    return Optional.ofNullable(getElement().getProperty("accessibleName"));
  }
}
