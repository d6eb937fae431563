package eu.rempart.shell.part;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;

/** What an operator types on a server, with a button that copies it. */
public final class CommandBlock extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  /**
   * A block of commands.
   *
   * @param label where or for what they are typed, for screen readers
   * @param text one command a line
   */
  public CommandBlock(String label, String text) {
    getContent().addClassName("command-block");
    getContent().getElement().setAttribute("role", "group");
    getContent().getElement().setAttribute("aria-label", label);
    getContent().add(new Pre(text), FieldList.copyButton(label, text));
  }
}
