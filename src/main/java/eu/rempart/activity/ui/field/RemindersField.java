package eu.rempart.activity.ui.field;

import eu.rempart.activity.value.Reminders;
import eu.rempart.shell.field.ChoicesField;
import java.util.List;
import java.util.stream.Stream;

/** When to remind of an activity: some of the usual minutes before it, none to five. */
public final class RemindersField extends ChoicesField<Integer> {

  private static final long serialVersionUID = 1L;

  public RemindersField() {
    offer(List.of());
    setItemLabelGenerator(RecurrenceTexts::reminder);
    setAutoExpand(AutoExpandMode.VERTICAL);
    setClearButtonVisible(true);
  }

  /**
   * Offers the usual ones, and those that an activity has: another program may have set them. What
   * was chosen is chosen no more.
   */
  public void offer(List<Integer> own) {
    setItems(
        Reminders.of(Stream.concat(RecurrenceTexts.REMINDERS.stream(), own.stream()).toList()));
  }
}
