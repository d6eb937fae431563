package eu.rempart.edge.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** A list whose lines say what something is, more about it, and what can be done with it. */
public final class Lines extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final String none;
  private final UnorderedList list = new UnorderedList();

  /**
   * @param label what the list holds, for those who hear it
   * @param none the sentence for an empty list
   */
  public Lines(String label, String none) {
    this.none = none;
    list.addClassNames("lines", "edge-lines");
    list.getElement().setAttribute("aria-label", label);
    clear();
  }

  /** Takes all lines away. */
  public void clear() {
    list.removeAll();
    var nothing = new Paragraph(none);
    nothing.addClassName("traffic-note");
    getContent().removeAll();
    getContent().add(nothing);
  }

  /** A line with one sentence below its title. */
  public void add(String what, String mark, String more, Component... actions) {
    add(what, mark, List.of(more), actions);
  }

  /** A line with more than one sentence below its title. */
  public void add(String what, String mark, List<String> more, Component... actions) {
    var title = new Span(what);
    title.addClassName("line-title");
    var words = new Div(title);
    words.addClassName("line-words");
    if (!mark.isEmpty()) {
      var chip = new Span(mark);
      chip.addClassName("edge-line-mark");
      title.add(chip);
    }
    for (String sentence : more) {
      var detail = new Span(sentence);
      detail.addClassName("traffic-note");
      words.add(detail);
    }
    var buttons = new Div(actions);
    buttons.addClassName("line-actions");
    list.add(new ListItem(words, buttons));
    getContent().removeAll();
    getContent().add(list);
  }
}
