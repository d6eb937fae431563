package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import eu.rempart.email.template.Filled;
import java.util.LinkedHashSet;
import java.util.Set;

/** A mail with its fields filled, as it will go. */
final class Preview extends Section {

  private static final long serialVersionUID = 1L;

  Preview() {
    addClassName("email-preview");
    getElement().setAttribute("aria-label", t("email.preview"));
  }

  void show(Filled subject, Filled text) {
    removeAll();
    var title = new Span(t("email.preview"));
    title.addClassName("email-preview-title");
    var line = new Paragraph(subject.text());
    line.addClassName("email-subject");
    var body = new Div(text.text());
    body.addClassName("email-plain");
    add(title, line, body);
    Set<String> open = new LinkedHashSet<>(subject.open());
    open.addAll(text.open());
    if (!open.isEmpty()) {
      var missing = new Paragraph(t("email.preview.open", String.join(", ", open)));
      missing.addClassName("email-hint");
      add(missing);
    }
  }
}
