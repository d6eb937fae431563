package eu.rempart.deal.pipeline.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.deal.pipeline.PipelineRules;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.ui.DealTexts;
import eu.rempart.shell.field.ToneField;
import eu.rempart.shell.field.number.WholeNumberField;
import eu.rempart.shell.part.Glyph;
import java.util.Objects;

/** One stage in the form of its pipeline. */
final class StageRow extends ListItem {

  private static final long serialVersionUID = 1L;

  private final transient Stage before;
  private final TextField name = new TextField(t("pipeline_stage.field.name"));
  private final ToneField tone;
  private final WholeNumberField probability =
      new WholeNumberField(t("pipeline_stage.field.probability"));
  private final WholeNumberField days =
      new WholeNumberField(t("pipeline_stage.field.rotting_days"));

  /** What can be done with a row. */
  interface Steps {
    void up(StageRow row);

    void down(StageRow row);

    void remove(StageRow row);
  }

  StageRow(Stage stage, Steps steps) {
    before = stage;
    addClassName("stage-row");
    name.setValue(stage.name());
    name.setMaxLength(PipelineRules.MAX_NAME);
    name.setRequired(true);
    tone = new ToneField(t("deal.stage.tone"), stage.tone());
    probability.setMin(0);
    probability.setMax(100);
    probability.setValue(stage.probability());
    days.setMin(1);
    days.setMax(PipelineRules.MAX_DAYS);
    days.setClearButtonVisible(true);
    days.setValue(stage.rottingDays());
    probability.setEnabled(stage.open());
    days.setVisible(stage.open());
    add(name, tone, probability, days);
    if (stage.open()) {
      add(
          button(Glyph.ARROW_UP, t("deal.stage.up"), () -> steps.up(this)),
          button(Glyph.ARROW_DOWN, t("deal.stage.down"), () -> steps.down(this)),
          button(Glyph.CLOSE, t("deal.stage.remove"), () -> steps.remove(this)));
    } else {
      var what = new Span(DealTexts.state(stage.state()));
      what.addClassName("badge");
      add(what);
    }
  }

  private Button button(Glyph glyph, String label, Runnable run) {
    var button = new Button(glyph.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(label + ": " + before.name());
    button.setTooltipText(label);
    return button;
  }

  /** The stage as it was when the row was made. */
  Stage before() {
    return before;
  }

  /** The stage as it is filled in. */
  Stage stage() {
    return new Stage(
        before.id(),
        name.getValue().strip(),
        before.state(),
        Objects.requireNonNullElse(tone.getValue(), 0),
        Objects.requireNonNullElse(probability.getValue(), 0),
        days.getValue());
  }

  boolean isWrong() {
    return !probability.check() || !days.check();
  }

  /** Says that the name is wanted. */
  void wantName() {
    name.setErrorMessage(t("deal.stage.name"));
    name.setInvalid(true);
    name.focus();
  }
}
