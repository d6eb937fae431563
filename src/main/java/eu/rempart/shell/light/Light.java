package eu.rempart.shell.light;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Paragraph;

/** How things are, in one sentence with a sign; screen readers say it when it changes. */
@StyleSheet("styles/light.css")
public final class Light extends Composite<Paragraph> {

  private static final long serialVersionUID = 1L;

  public Light() {
    getContent().getElement().setAttribute("role", "status");
  }

  public void show(Look look, String sentence) {
    if (!sentence.equals(getContent().getText())) {
      getContent().setText(sentence); // else screen readers say it again each time
    }
    getContent().setClassName("light");
    getContent().addClassName(look.css());
  }
}
