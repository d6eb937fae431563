package eu.rempart.shell.part;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an operator types on a server, with a button that copies it. */
public final class CommandBlock extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private static final Pattern WORD = Pattern.compile("\\s+|\\S+");

  /**
   * A block of commands.
   *
   * @param label where or for what they are typed, for screen readers
   * @param text one command a line
   */
  public CommandBlock(String label, String text) {
    getContent().addClassName("command-block");
    getContent().getElement().setAttribute("role", "group");
    getContent().getElement().setAttribute("aria-label", label);
    getContent().add(words(text), FieldList.copyButton(label, text));
  }

  /** Browsers break lines behind hyphens, of which options have two: words stay whole. */
  private static Pre words(String text) {
    var words = new Pre();
    Matcher each = WORD.matcher(text);
    while (each.find()) {
      words.add(each.group().isBlank() ? new Text(each.group()) : new Span(each.group()));
    }
    return words;
  }
}
