package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The six words of a key: whoever sees the same ones elsewhere means the same key. */
@StyleSheet("styles/key-words.css")
public final class KeyWords extends Div {

  private static final long serialVersionUID = 1L;

  public KeyWords(List<String> words) {
    addClassName("key-words");
    var label = new Span(t("account.words"));
    label.addClassName("key-words-label");
    var said = new Span(String.join(" ", words));
    said.addClassName("key-words-said");
    // they are in no language: nothing should translate or hyphenate them
    said.getElement().setAttribute("translate", "no");
    add(label, said);
  }
}
