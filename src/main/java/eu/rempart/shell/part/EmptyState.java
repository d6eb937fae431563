package eu.rempart.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where nothing is yet: why it is empty, and what to do about it. */
public final class EmptyState extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * Explains an empty place.
   *
   * @param glyph drawn large above the words
   * @param title a few words
   * @param sentence the next step
   * @param actions buttons or links that do it; may be none
   */
  public EmptyState(Glyph glyph, String title, String sentence, Component... actions) {
    addClassName("empty-state");
    var picture = new Div(glyph.create());
    picture.addClassName("empty-state-picture");
    var row = new Div(actions);
    row.addClassName("empty-state-actions");
    row.setVisible(actions.length > 0);
    add(picture, new H2(title), new Paragraph(sentence), row);
  }
}
