package eu.rempart.shell.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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

  /** Whether all of these can be kept; else the first that can't says what is wrong. */
  public static boolean check(CheckedInput... inputs) {
    for (CheckedInput input : inputs) {
      if (!input.check()) {
        return false;
      }
    }
    return true;
  }

  /** Tells what is typed a moment after somebody stopped typing. */
  public static void soon(HasValueChangeMode field) {
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(PAUSE_MILLIS);
  }
}
