package eu.rempart.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;

/** A sentence that stands above every view until something is done about it, with what can be. */
public final class BannerBar extends Div {

  private static final long serialVersionUID = 1L;

  /** Which of several sentences is told first, the most urgent one on top. */
  public enum Urgency {
    /** Somebody may be inside. */
    BREACH,
    /** Somebody could come in. */
    EXPOSURE,
    /** Something would be missing on a bad day. */
    PREPARATION,
    /** Worth knowing. */
    NEWS
  }

  private final Urgency urgency;
  private final Span sentence = new Span();

  public BannerBar(Urgency urgency, String text, Component... actions) {
    this.urgency = urgency;
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

  Urgency urgency() {
    return urgency;
  }

  @Override
  public void setVisible(boolean visible) {
    super.setVisible(visible);
    stack().ifPresent(BannerStack::refresh);
  }

  /** Once it is done with; the next one takes its place. */
  @Override
  public void removeFromParent() {
    Optional<BannerStack> stack = stack();
    super.removeFromParent();
    stack.ifPresent(BannerStack::refresh);
  }

  private Optional<BannerStack> stack() {
    return getParent().filter(BannerStack.class::isInstance).map(BannerStack.class::cast);
  }
}
