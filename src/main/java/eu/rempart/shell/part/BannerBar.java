package eu.rempart.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A sentence that stands above every view until something is done about it, with what can be. */
public final class BannerBar extends Div {

  private static final long serialVersionUID = 1L;

  private final Span sentence = new Span();

  public BannerBar(String text, Component... actions) {
    addClassName("page-banner");
    sentence.getElement().setAttribute("role", "status");
    sentence.setText(text);
    var steps = new Div(actions);
    steps.addClassName("page-banner-actions");
    add(Glyph.ALERT.create(), sentence, steps);
  }

  /** Says something else. */
  public void say(String text) {
    sentence.setText(text);
  }
}
