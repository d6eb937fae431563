package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import eu.rempart.edge.admin.EdgeChange;
import eu.rempart.edge.rule.Limit;
import eu.rempart.shell.field.number.WholeNumberField;
import eu.rempart.shell.text.Formats;
import java.util.Optional;

/** Another number for a limit. */
final class LimitForm implements ChangeForm {

  private final Limit limit;
  private final WholeNumberField value;

  LimitForm(Limit limit, int now) {
    this.limit = limit;
    this.value = new WholeNumberField(TrafficText.of(limit));
    String least = Formats.number(limit.least());
    String most = Formats.number(limit.most());
    value.setHelperText(t("edge.limit.hint", least, most, Formats.number(limit.usual())));
    value.setErrorMessage(t("edge.limit.wrong", least, most));
    value.setValue(now);
  }

  @Override
  public Component fields() {
    return value;
  }

  @Override
  public void onEdit(Runnable edited) {
    value.addValueChangeListener(_ -> edited.run());
  }

  @Override
  public Optional<EdgeChange> change(String reason) {
    Integer number = value.getValue();
    value.setInvalid(number == null || number < limit.least() || number > limit.most());
    return number == null || value.isInvalid()
        ? Optional.empty()
        : Optional.of(new EdgeChange.SetLimit(limit, number));
  }

  @Override
  public boolean previewed() {
    return true;
  }
}
