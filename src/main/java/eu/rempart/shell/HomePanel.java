package eu.rempart.shell;

import com.vaadin.flow.component.Component;

/**
 * What a room shows on the first screen: what is due, what wants care. Provided as a bean; the
 * screen shows the panels below each other or side by side, in their order.
 */
public interface HomePanel {

  /** Its content for whoever is signed in; built anew whenever the screen is. */
  Component show();
}
