package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Span;
import eu.rempart.db.sealed.Opened;
import java.util.function.Function;

/**
 * Stands where a value does not open: it is there, but it is not what was sealed for this place.
 * The short code is in the security event too.
 */
public final class SealedMark extends Span {

  private static final long serialVersionUID = 1L;

  /** Marks a value that does not open. */
  public SealedMark(String code) {
    addClassName("sealed-mark");
    add(Glyph.SEALED.create(), new Span(t("shell.sealed", code)));
    getElement().setAttribute("title", t("shell.sealed.why"));
  }

  /** What a cell or title says: the value, nothing for an empty one, or the mark in words. */
  public static <T> String text(Opened<T> opened, Function<T, String> format) {
    return switch (opened) {
      case Opened.Clear<T>(var value) -> value == null ? "" : format.apply(value);
      case Opened.Unopenable<T>(var code) -> t("shell.sealed", code);
    };
  }

  /** {@link #text(Opened, Function)} for texts. */
  public static String text(Opened<String> opened) {
    return text(opened, Function.identity());
  }
}
