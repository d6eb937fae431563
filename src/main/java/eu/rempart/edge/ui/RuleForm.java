package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import eu.rempart.edge.admin.EdgeChange;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.number.WholeNumberField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How traffic from a country or a group of countries is treated. */
final class RuleForm implements ChangeForm {

  private static final int USUAL_FACTOR = 4;
  private static final int LEAST_FACTOR = 2;
  private static final int MOST_FACTOR = 100;

  private final @Nullable CountryRule former;
  private final ChoiceField<RuleTarget> target = new ChoiceField<>(t("edge.rule.target"));
  private final Paragraph all = new Paragraph(t("edge.rule.refused.all"));
  private final RadioButtonGroup<Treatment> treatment =
      new RadioButtonGroup<>(t("edge.rule.treatment"));
  private final WholeNumberField factor = new WholeNumberField(t("edge.rule.factor"));
  private final UntilField until = new UntilField();

  /** A form for a new rule, where one is given with its target chosen. */
  RuleForm(@Nullable RuleTarget chosen, @Nullable CountryRule former) {
    this.former = former;
    target.setItems(RuleTargets.all());
    target.setItemLabelGenerator(TrafficText::of);
    target.setManualValidation(true);
    target.setErrorMessage(t("edge.rule.target.missing"));
    target.setValue(former == null ? chosen : former.target());
    target.setReadOnly(former != null);
    treatment.setItems(Treatment.values());
    treatment.setItemLabelGenerator(TrafficText::of);
    treatment.setValue(former == null ? Treatment.SLOWED : former.treatment());
    treatment.addValueChangeListener(_ -> showFactor());
    factor.setMin(LEAST_FACTOR);
    factor.setMax(MOST_FACTOR);
    factor.setErrorMessage(t("edge.rule.factor.wrong", LEAST_FACTOR, MOST_FACTOR));
    factor.setValue(
        former == null || former.treatment() != Treatment.SLOWED ? USUAL_FACTOR : former.factor());
    until.show(former == null ? null : former.expiresAt());
    showFactor();
  }

  private void showFactor() {
    factor.setVisible(treatment.getValue() == Treatment.SLOWED);
    all.setVisible(treatment.getValue() == Treatment.REFUSED);
  }

  @Override
  public Component fields() {
    var hint = new Paragraph(t("edge.rule.hint"));
    hint.addClassName("traffic-note");
    all.addClassName("traffic-note");
    var fields = new Div(target, treatment, all, factor, until, hint);
    fields.addClassName("edge-form");
    return fields;
  }

  @Override
  public void onEdit(Runnable edited) {
    target.addValueChangeListener(_ -> edited.run());
    treatment.addValueChangeListener(_ -> edited.run());
    factor.addValueChangeListener(_ -> edited.run());
    until.onChange(edited);
  }

  @Override
  public Optional<EdgeChange> change(String reason) {
    RuleTarget where = target.getValue();
    boolean slowed = treatment.getValue() == Treatment.SLOWED;
    Integer by = slowed ? factor.getValue() : Integer.valueOf(1);
    target.setInvalid(where == null);
    factor.setInvalid(slowed && (by == null || by < LEAST_FACTOR || by > MOST_FACTOR));
    if (where == null || by == null || factor.isInvalid() || until.isInvalid()) {
      return Optional.empty();
    }
    CountryRule fresh = CountryRule.of(where, treatment.getValue(), by, reason, until.until());
    return Optional.of(new EdgeChange.SaveRule(former == null ? fresh : after(former, fresh)));
  }

  private static CountryRule after(CountryRule former, CountryRule fresh) {
    return new CountryRule(
        former.id(),
        former.version(),
        former.target(),
        fresh.treatment(),
        fresh.factor(),
        fresh.reason(),
        fresh.expiresAt(),
        former.changedAt(),
        former.changedBy());
  }

  @Override
  public boolean previewed() {
    return true;
  }
}
