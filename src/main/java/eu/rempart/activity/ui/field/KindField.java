package eu.rempart.activity.ui.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ui.ActivityTexts;
import eu.rempart.activity.value.ActivityKind;

/** What an activity is. */
public final class KindField extends RadioButtonGroup<ActivityKind> {

  private static final long serialVersionUID = 1L;

  public KindField() {
    setItems(ActivityKind.values());
    setItemLabelGenerator(ActivityTexts::kind);
    addClassName("segments");
  }

  /**
   * Offers meetings, or says why it does not: nothing becomes one that has no time.
   *
   * @param fixed whether whoever writes may not say a time
   */
  public void offerMeetings(ActivityData data, boolean fixed) {
    boolean timed = !fixed || data.when() != null || data.kind() == ActivityKind.MEETING;
    setItemEnabledProvider(kind -> timed || kind != ActivityKind.MEETING);
    setHelperText(timed || isReadOnly() ? null : t("activity.form.meeting.time"));
  }
}
