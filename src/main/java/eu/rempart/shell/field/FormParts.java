package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.BigDecimalField.BigDecimalFieldI18n;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;

/** What the forms of records have in common. */
public final class FormParts {

  private static final int PAUSE_MILLIS = 400;

  private FormParts() {}

  /** Inputs side by side, below each other on a phone. */
  public static Div grid(Component... inputs) {
    var grid = new Div(inputs);
    grid.addClassName("form-grid");
    return grid;
  }

  /** Makes a part of a form a group of its own, whose title stands above it and is read out. */
  public static void title(Div part, String title) {
    var shown = new Span(title);
    shown.addClassName("form-part-title");
    shown.getElement().setAttribute("aria-hidden", "true");
    part.getElement().setAttribute("role", "group");
    part.getElement().setAttribute("aria-label", title);
    part.addComponentAsFirst(shown);
  }

  /**
   * Whether what is typed in these is a number, or nothing; else the first that is none says so.
   * What can't be read is no value, and forms without a Binder would take it for an empty field.
   */
  public static boolean areNumbers(BigDecimalField... inputs) {
    for (BigDecimalField input : inputs) {
      if (input.isVisible() && !isNumber(input)) {
        input.setErrorMessage(t("shell.field.number.bad"));
        input.setInvalid(true);
        input.focus();
        return false;
      }
    }
    return true;
  }

  /** Whether what is typed is a number, or nothing. */
  public static boolean isNumber(BigDecimalField input) {
    return !input
        .getDefaultValidator()
        .apply(input.getValue(), new ValueContext(new Binder<>(), input))
        .isError();
  }

  /** Lets a field of a form with a Binder say what it refuses. */
  public static void saysNumbers(BigDecimalField input) {
    input.setI18n(new BigDecimalFieldI18n().setBadInputErrorMessage(t("shell.field.number.bad")));
  }

  /** Tells what is typed a moment after somebody stopped typing. */
  public static void soon(HasValueChangeMode field) {
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(PAUSE_MILLIS);
  }
}
