package eu.rempart.shell.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
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

  /** Tells what is typed a moment after somebody stopped typing. */
  public static void soon(HasValueChangeMode field) {
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(PAUSE_MILLIS);
  }
}
