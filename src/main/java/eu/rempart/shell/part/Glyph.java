package eu.rempart.shell.part;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * The small drawings of the product: one stroke, 24 by 24, in the colour of the text around them.
 * Their shapes are masks in {@code glyphs.css}, so that an icon costs one element and no request.
 */
public enum Glyph {
  ADD,
  ALERT,
  ARCHIVE,
  ARROW_DOWN,
  ARROW_LEFT,
  ARROW_UP,
  BELL,
  CALENDAR,
  CAMERA,
  CHART,
  CHECK,
  CHEVRON_DOWN,
  CHEVRON_LEFT,
  CHEVRON_RIGHT,
  CLOSE,
  COLUMNS,
  COMPANY,
  CONTACTS,
  COPY,
  DEAL,
  DOWNLOAD,
  EDIT,
  EYE,
  FILE,
  FILTER,
  FOLDER,
  GLOBE,
  HISTORY,
  HOME,
  IMPORT,
  KEY,
  KEYBOARD,
  LINK,
  LOCK,
  MAIL,
  MEMBERS,
  MORE,
  PHONE,
  PIN,
  RESTORE,
  SEALED,
  SEARCH,
  SECURITY,
  SIGN_OUT,
  SLIDERS,
  SORT,
  STAR,
  THUMBTACK,
  TAG,
  TRASH,
  UNDO,
  UPLOAD,
  USER;

  /** A new element with this drawing, hidden from screen readers: the text beside it speaks. */
  public Span create() {
    var span = new Span();
    span.addClassNames("glyph", cssClass());
    span.getElement().setAttribute("aria-hidden", "true");
    return span;
  }

  /** The class that carries the drawing, for templates. */
  public String cssClass() {
    return "glyph-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
