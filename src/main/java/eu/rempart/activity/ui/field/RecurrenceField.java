package eu.rempart.activity.ui.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import eu.rempart.activity.value.When;
import eu.rempart.shell.text.Dates;
import eu.rempart.shell.text.Formats;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How often an activity comes again, and until when; the value is a rule of RFC 5545. */
public final class RecurrenceField extends CustomField<@Nullable String> {

  private static final long serialVersionUID = 1L;

  private final Select<RecurrenceChoice.Kind> kind = new Select<>();
  private final DatePicker until = Dates.picker();
  private transient @Nullable RecurrenceChoice shown;
  private boolean showing;

  public RecurrenceField() {
    kind.setLabel(t("activity.form.recurrence"));
    kind.setEmptySelectionAllowed(true);
    kind.setEmptySelectionCaption(t("activity.recurrence.never"));
    kind.setItemLabelGenerator(one -> one == null ? t("activity.recurrence.never") : label(one));
    offer(false);
    until.setLabel(t("activity.form.until"));
    until.setPlaceholder(t("activity.recurrence.endless"));
    until.setVisible(false);
    kind.addValueChangeListener(change -> until.setVisible(change.getValue() != null));
    var row = new Div(kind, until);
    row.addClassName("when-field");
    add(row);
    kind.addValueChangeListener(_ -> changed());
    until.addValueChangeListener(_ -> changed());
  }

  private void changed() {
    if (!showing) {
      updateValue();
    }
  }

  private String label(RecurrenceChoice.Kind one) {
    return one == RecurrenceChoice.Kind.OTHER
        ? RecurrenceTexts.words(shown == null ? "" : shown.base())
        : t("activity.recurrence." + one.name());
  }

  private void offer(boolean other) {
    kind.setItems(
        Arrays.stream(RecurrenceChoice.Kind.values())
            .filter(one -> other || one != RecurrenceChoice.Kind.OTHER)
            .toList());
  }

  /** Nothing comes again before it came. */
  public void begin(@Nullable When first) {
    until.setMin(first == null ? null : first.day(Formats.zone()));
  }

  @Override
  protected @Nullable String generateModelValue() {
    RecurrenceChoice.Kind chosen = kind.getValue();
    if (chosen == null) {
      return null;
    }
    RecurrenceChoice before = shown;
    if (before == null || before.kind() != chosen) {
      return new RecurrenceChoice(chosen, chosen.rule(), until.getValue(), null).rule();
    }
    // the rule stays as it is written, and a number of times until a day is chosen
    return new RecurrenceChoice(
            chosen, before.base(), until.getValue(), until.isEmpty() ? before.count() : null)
        .rule();
  }

  @Override
  protected void setPresentationValue(@Nullable String rule) {
    RecurrenceChoice choice = rule == null ? null : RecurrenceChoice.of(rule);
    shown = choice;
    showing = true;
    offer(choice != null && choice.kind() == RecurrenceChoice.Kind.OTHER);
    kind.setValue(choice == null ? null : choice.kind());
    until.setValue(choice == null ? null : choice.until());
    showing = false;
  }
}
