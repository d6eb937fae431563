package eu.rempart.shell.error;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.rempart.shell.part.Glyph;
import java.util.List;

/** The common face of the error views. */
abstract class ErrorPage extends Div {

  private static final long serialVersionUID = 1L;

  protected ErrorPage() {
    addClassName("error-page");
  }

  protected final void show(Glyph glyph, String title, String sentence, Component... more) {
    show(glyph, title, List.of(sentence), List.of(more));
  }

  protected final void show(
      Glyph glyph, String title, List<String> sentences, List<Component> more) {
    removeAll();
    var picture = new Div(glyph.create());
    picture.addClassName("empty-state-picture");
    var home = new Anchor("", t("shell.error.home"));
    home.getElement().setAttribute("router-link", true);
    home.addClassName("button-link");
    add(picture, new H1(title));
    sentences.forEach(sentence -> add(new Paragraph(sentence)));
    add(more);
    add(home);
  }

  protected static Span code(String code) {
    var shown = new Span(t("shell.error.code", code));
    shown.addClassName("error-code");
    return shown;
  }
}
