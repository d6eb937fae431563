package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.stream.IntStream;

/** Chooses one of the eight tones: each is shown with its name, also the one that is chosen. */
public final class ToneField extends Select<Integer> {

  private static final long serialVersionUID = 1L;
  private static final int TONES = 8;

  /**
   * A field.
   *
   * @param tone what is chosen, 0 to 7 as in {@code tokens.css}
   */
  public ToneField(String label, int tone) {
    setLabel(label);
    setItems(IntStream.range(0, TONES).boxed().toList());
    // an item with a label of its own would be shown as that text alone once it is chosen
    setRenderer(new ComponentRenderer<>(ToneField::swatch));
    setValue(tone);
    addClassName("tone-field");
  }

  /** What a tone is called. */
  static String name(int tone) {
    return t("shell.tone." + tone);
  }

  static Span swatch(int tone) {
    var dot = new Span();
    dot.addClassNames("tone-dot", "tone-" + tone);
    dot.getElement().setAttribute("aria-hidden", "true");
    var swatch = new Span(dot, new Span(name(tone)));
    swatch.addClassName("tone-swatch");
    return swatch;
  }
}
