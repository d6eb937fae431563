package eu.rempart.shell.view;

import com.vaadin.flow.component.Component;

/** Bars of saved views above lists; implemented by the room {@code savedview}. */
public interface ViewBars {

  /**
   * A bar for a list: its saved views, further conditions, grouping.
   *
   * @param kind name of the table whose records it lists
   */
  Component bar(String kind, ViewedList list);
}
