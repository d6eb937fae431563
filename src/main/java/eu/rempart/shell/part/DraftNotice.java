package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.shell.text.RelativeTimes;
import java.time.Instant;

/** Tells of a form that was left unfinished, and lets the member go on with it or give it up. */
public final class DraftNotice extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * A notice that goes away with either choice.
   *
   * @param sentence what was left unfinished
   * @param at when the member last typed
   */
  public DraftNotice(String sentence, Instant at, Runnable goOn, Runnable giveUp) {
    this(sentence, at);
    var on = button(t("shell.draft.continue"), goOn);
    add(on, off(giveUp));
  }

  /** As the other, inside the form that goes on with it. */
  public DraftNotice(String sentence, Instant at, Runnable giveUp) {
    this(sentence, at);
    add(off(giveUp));
  }

  private DraftNotice(String sentence, Instant at) {
    addClassName("draft-notice");
    getElement().setAttribute("role", "status");
    var when = new Span(RelativeTimes.describe(at, Instant.now()));
    when.addClassName("draft-notice-when");
    add(Glyph.EDIT.create(), new Div(new Span(sentence + " "), when));
  }

  private Button off(Runnable giveUp) {
    var off = button(t("shell.draft.discard"), giveUp);
    off.addThemeVariants(ButtonVariant.TERTIARY);
    return off;
  }

  private Button button(String text, Runnable run) {
    return new Button(
        text,
        _ -> {
          removeFromParent();
          run.run();
        });
  }
}
