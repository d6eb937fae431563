package eu.rempart.activity.ui.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.field.number.WholeNumberField;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When something stops to come again: never, on a day, or after so many times. */
final class RecurrenceEnd extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final int USUAL = 10;

  private final Select<Ending> ending = new Select<>();
  private final DateField until = new DateField();
  private final WholeNumberField count = new WholeNumberField();

  private enum Ending {
    NEVER,
    UNTIL,
    COUNT
  }

  RecurrenceEnd() {
    ending.setLabel(t("activity.recurrence.end"));
    ending.setItems(Ending.values());
    ending.setItemLabelGenerator(one -> t("activity.recurrence.end." + one.name()));
    ending.setValue(Ending.NEVER);
    until.setLabel(t("activity.form.until"));
    count.setLabel(t("activity.recurrence.times"));
    count.setMin(1);
    count.setMax(RecurrenceChoice.MOST);
    getContent().addClassName("when-field");
    getContent().add(ending, until, count);
    fit();
  }

  private void fit() {
    until.setVisible(ending.getValue() == Ending.UNTIL);
    count.setVisible(ending.getValue() == Ending.COUNT);
  }

  /** Calls back on every change. */
  void onChange(Runnable changed) {
    ending.addValueChangeListener(
        _ -> {
          fit();
          if (ending.getValue() == Ending.COUNT && count.isEmpty()) {
            count.setValue(USUAL);
          }
          changed.run();
        });
    until.addValueChangeListener(_ -> changed.run());
    count.addValueChangeListener(_ -> changed.run());
  }

  void setReadOnly(boolean readOnly) {
    ending.setReadOnly(readOnly);
    until.setReadOnly(readOnly);
    count.setReadOnly(readOnly);
  }

  /** No end lies before the first day. */
  void begin(@Nullable LocalDate first) {
    until.setMin(first);
  }

  void show(@Nullable LocalDate last, @Nullable Integer times) {
    until.setValue(last);
    count.setValue(times);
    ending.setValue(last != null ? Ending.UNTIL : times != null ? Ending.COUNT : Ending.NEVER);
    fit();
  }

  /** Whether what is typed as a number is none. */
  boolean isUnread() {
    return count.isVisible() && count.isUnread();
  }

  /** The last day; null where none is chosen. */
  @Nullable LocalDate until() {
    return ending.getValue() == Ending.UNTIL ? until.getValue() : null;
  }

  /** How often in all; null where no number is chosen. */
  @Nullable Integer count() {
    Integer times = count.getValue();
    return ending.getValue() != Ending.COUNT || times == null
        ? null
        : Math.clamp(times, 1, RecurrenceChoice.MOST);
  }
}
