package eu.rempart.edge.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A titled part of the dashboard. */
public final class Panel extends Section {

  private static final long serialVersionUID = 1L;

  public Panel(String title, Component... parts) {
    super(new H2(title));
    addClassName("traffic-panel");
    add(parts);
  }
}
