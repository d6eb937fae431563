package eu.rempart.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A titled block of a record's page. */
public final class Card extends Section {

  private static final long serialVersionUID = 1L;

  private final Div top;

  /** A block with a heading. */
  public Card(String title, Component... content) {
    addClassName("card");
    top = new Div(new H2(title));
    top.addClassName("card-top");
    add(top);
    add(content);
  }

  /** Puts a button beside the heading. */
  public Card withAction(Component action) {
    top.add(action);
    return this;
  }
}
