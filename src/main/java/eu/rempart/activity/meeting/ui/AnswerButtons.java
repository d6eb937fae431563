package eu.rempart.activity.meeting.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import eu.rempart.activity.meeting.Answer;
import java.util.List;
import java.util.function.Consumer;

/** Answers to a meeting with one click; the one that holds is pressed. */
final class AnswerButtons extends Div {

  private static final long serialVersionUID = 1L;

  AnswerButtons(Answer now, Consumer<Answer> answered) {
    addClassName("answer-buttons");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", t("activity.answer.mine"));
    for (Answer each : List.of(Answer.ACCEPTED, Answer.TENTATIVE, Answer.DECLINED)) {
      var button = new Button(t("activity.answer.give." + each.name()), _ -> answered.accept(each));
      button.getElement().setAttribute("aria-pressed", String.valueOf(each == now));
      if (each == now) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
      }
      add(button);
    }
  }
}
