package eu.rempart.activity.ui.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ui.ActivityTexts;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.shell.text.Formats;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Says of a new call that it was made: now, unless a time is filled in. */
public final class CallDoneField extends Checkbox {

  private static final long serialVersionUID = 1L;

  /**
   * Not ticked.
   *
   * @param when takes the time of the call
   * @param text takes what came of it
   */
  public CallDoneField(WhenField when, TextArea text) {
    super(t("activity.form.call.done"));
    addValueChangeListener(
        change -> {
          text.setLabel(
              change.getValue()
                  ? t("activity.form.outcome")
                  : ActivityTexts.label(ActivityField.DESCRIPTION));
          if (change.getValue() && when.isEmpty() && !when.isReadOnly()) {
            ZoneId zone = Formats.zone();
            when.setValue(When.at(LocalDateTime.now(zone).truncatedTo(ChronoUnit.MINUTES), zone));
          }
        });
  }

  /** What a new activity is. */
  public ActivityStatus status() {
    return isVisible() && getValue() ? ActivityStatus.DONE : ActivityStatus.OPEN;
  }
}
