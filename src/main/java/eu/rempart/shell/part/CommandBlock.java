package eu.rempart.shell.part;

import com.vaadin.flow.component.html.Pre;

/** What an operator types on a server. */
public final class CommandBlock extends Pre {

  private static final long serialVersionUID = 1L;

  /**
   * A block of commands.
   *
   * @param label where or for what they are typed, for screen readers
   * @param text one command a line
   */
  public CommandBlock(String label, String text) {
    super(text);
    // a phone has to scroll it: so do keys, with this
    getElement().setAttribute("tabindex", "0");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", label);
  }
}
