package eu.rempart.shell.field.number;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.io.Serial;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The numbers that a text may mean, each as a button. */
final class ReadingChoice extends Div {

  @Serial private static final long serialVersionUID = 1L;

  ReadingChoice(
      List<BigDecimal> readings, Function<BigDecimal, String> words, Consumer<BigDecimal> chosen) {
    addClassName("reading-choice");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", t("shell.number.which"));
    for (BigDecimal reading : readings) {
      Button button = new Button(words.apply(reading), _ -> chosen.accept(reading));
      button.addThemeVariants(ButtonVariant.SMALL);
      add(button);
    }
  }
}
