package eu.rempart.shell.command;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;

/**
 * The keys that submit a form: Enter in a field of one line, Ctrl+Enter anywhere in it. What was
 * typed arrives before the button is pressed. A dialog needs none of this: its main button answers
 * to both keys by itself, unless it destroys something. {@code start/keys.js} listens.
 */
public final class SubmitKeys {

  private SubmitKeys() {}

  /**
   * Lets the keys press a button; keys pressed outside of the form do nothing.
   *
   * @param form what holds the fields and the button
   */
  public static void press(Button button, Component form) {
    mark(button, form, "enter");
  }

  /** The same by Ctrl+Enter alone: for what goes out, and should not by one key too many. */
  public static void pressByCtrlEnter(Button button, Component form) {
    mark(button, form, "ctrl");
  }

  private static void mark(Button button, Component form, String by) {
    form.getElement().setAttribute("data-form", true);
    button.getElement().setAttribute("data-submits", by);
  }
}
