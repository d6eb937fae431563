package eu.rempart.shell.custom;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import eu.rempart.common.custom.CustomField;
import eu.rempart.shell.field.CheckedInput;
import eu.rempart.shell.text.Dates;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** One of the organisation's own fields in a form, between what it shows and what is kept. */
final class CustomInput<V> {

  private final CustomField field;
  private final Component component;
  private final HasValue<?, V> input;
  private final Function<String, V> shown;
  private final Function<V, Optional<String>> kept;
  private String loaded = "";
  private V presented;

  /**
   * An empty input.
   *
   * @param shown what it shows of a kept value, which may be empty
   * @param kept what is kept of something that it holds; empty where that is wrong
   */
  <C extends Component & HasValue<?, V>> CustomInput(
      CustomField field,
      C component,
      Function<String, V> shown,
      Function<V, Optional<String>> kept) {
    this.field = field;
    this.component = component;
    this.input = component;
    this.shown = shown;
    this.kept = kept;
    this.presented = component.getValue();
    if (component instanceof HasLabel labelled) {
      labelled.setLabel(CustomBook.label(field));
    }
    component.setRequiredIndicatorVisible(field.required());
  }

  CustomField field() {
    return field;
  }

  Component component() {
    return component;
  }

  void show(String value) {
    loaded = value;
    if (value.isEmpty()) {
      input.clear();
    } else {
      input.setValue(shown.apply(value));
    }
    presented = input.getValue();
    wrong("");
  }

  /** What is kept of what it holds; what nobody touched stays as it was. */
  Optional<String> value() {
    if (Objects.equals(input.getValue(), presented)) {
      return Optional.of(loaded);
    }
    return input.isEmpty() ? Optional.of("") : kept.apply(input.getValue());
  }

  void onChange(Runnable changed) {
    input.addValueChangeListener(_ -> changed.run());
  }

  void readOnly(boolean readOnly) {
    input.setReadOnly(readOnly);
  }

  /** Says what is wrong with it; answers whether something is. */
  boolean check() {
    if (tells()) {
      return true;
    }
    Optional<String> value = value();
    String problem =
        isUnread()
            ? Dates.noDate()
            : value.isEmpty()
                ? t("shell.custom.wrong." + field.kind().name())
                : value.get().isEmpty() && field.required() ? t("shell.custom.required") : "";
    wrong(problem);
    return !problem.isEmpty();
  }

  private boolean isUnread() {
    return component instanceof DatePicker day && !Dates.check(day);
  }

  /** Whether the input says by itself what is wrong with what is typed. */
  private boolean tells() {
    return component instanceof CheckedInput input && !input.check();
  }

  private void wrong(String problem) {
    if (component instanceof HasValidation validated) {
      validated.setErrorMessage(problem);
      validated.setInvalid(!problem.isEmpty());
    }
  }

  void focus() {
    if (component instanceof Focusable<?> focusable) {
      focusable.focus();
    }
  }
}
