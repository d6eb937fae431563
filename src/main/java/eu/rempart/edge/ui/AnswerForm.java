package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import eu.rempart.edge.admin.EdgeChange;
import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.Limit;
import java.util.Optional;

/** Another answer to what detection finds of networks. */
final class AnswerForm implements ChangeForm {

  private final Limit limit;
  private final RadioButtonGroup<Answer> answer = new RadioButtonGroup<>(t("edge.answer.label"));

  AnswerForm(Limit limit, Answer now) {
    this.limit = limit;
    answer.setItems(Answer.values());
    answer.setItemLabelGenerator(each -> t("edge.answer." + each.key()));
    answer.setHelperText(t("edge.answer.hint"));
    answer.setValue(now);
  }

  @Override
  public Component fields() {
    return answer;
  }

  @Override
  public void onEdit(Runnable edited) {
    answer.addValueChangeListener(_ -> edited.run());
  }

  @Override
  public Optional<EdgeChange> change(String reason) {
    return answer.getOptionalValue().map(chosen -> new EdgeChange.SetAnswer(limit, chosen));
  }

  /** What is recorded does not tell what detection would have found. */
  @Override
  public boolean previewed() {
    return false;
  }
}
