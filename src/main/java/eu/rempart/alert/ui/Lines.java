package eu.rempart.alert.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** A panel with a list of lines, each with what can be done about it. */
final class Lines extends Composite<Section> {

  private static final long serialVersionUID = 1L;

  private final String title;
  private final Div content = new Div();
  private UnorderedList list = new UnorderedList();

  Lines(String title) {
    this.title = title;
    getContent().addClassName("light-panel");
    getContent().add(new H2(title), content);
  }

  /** Empties it. */
  void clear() {
    content.removeAll();
    list = new UnorderedList();
    list.addClassName("lines");
    list.getElement().setAttribute("aria-label", title);
  }

  /** Puts something below the lines, which stays there whatever becomes of them. */
  void below(Component component) {
    getContent().add(component);
  }

  /** There is nothing. */
  void none(String sentence) {
    var nothing = new Paragraph(sentence);
    nothing.addClassName("line-soft");
    content.add(nothing);
  }

  /** One more line; the answer takes more words. */
  Div add(Component name, Component... actions) {
    var words = new Div(name);
    words.addClassName("line-words");
    var buttons = new Div(actions);
    buttons.addClassName("line-actions");
    list.add(new ListItem(words, buttons));
    if (list.getParent().isEmpty()) {
      content.add(list);
    }
    return words;
  }

  static Div name(String text, Component... chips) {
    var name = new Div(new Span(text));
    name.addClassName("line-title");
    name.add(chips);
    return name;
  }

  static Span chip(String text, String look) {
    var chip = new Span(text);
    chip.addClassNames("line-chip", look);
    return chip;
  }

  static Span soft(String text) {
    var span = new Span(text);
    span.addClassName("line-soft");
    return span;
  }

  /**
   * @param label for who does not see the line
   */
  static Anchor link(String route, String text, String label) {
    var link = new Anchor(route, text);
    link.getElement().setAttribute("router-link", true).setAttribute("aria-label", label);
    return link;
  }

  /**
   * @param label for who does not see the line
   */
  static Button button(String text, String label, Runnable run) {
    var button = new Button(text, _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(label);
    return button;
  }
}
