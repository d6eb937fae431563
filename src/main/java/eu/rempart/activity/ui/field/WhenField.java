package eu.rempart.activity.ui.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import eu.rempart.activity.value.When;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.field.TimeField;
import eu.rempart.shell.text.Dates;
import eu.rempart.shell.text.Formats;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A day, and a time of the day unless the whole day is meant, in the zone of the browser. */
public final class WhenField extends CustomField<@Nullable When>
    implements HasValidator<@Nullable When> {

  private static final long serialVersionUID = 1L;

  private final DateField date = new DateField();
  private final TimeField time = new TimeField();
  private transient @Nullable When shown;
  private boolean showing;

  public WhenField() {
    date.setLabel(t("activity.form.date"));
    time.setLabel(t("activity.form.time"));
    time.setPlaceholder(t("activity.form.whole.day"));
    var row = new Div(date, time);
    row.addClassName("when-field");
    add(row);
    date.addValueChangeListener(_ -> changed());
    time.addValueChangeListener(_ -> changed());
  }

  private void changed() {
    if (!showing) {
      updateValue();
    }
  }

  /** Refuses what is typed and is no day, or no time. */
  @Override
  public Validator<@Nullable When> getDefaultValidator() {
    return (_, _) -> {
      if (!Dates.isRead(date)) {
        return ValidationResult.error(Dates.noDate());
      }
      return time.isUnread() ? ValidationResult.error(TimeField.noTime()) : ValidationResult.ok();
    };
  }

  /** Whether a time of the day is filled in. */
  public boolean timed() {
    return time.getValue() != null;
  }

  @Override
  protected @Nullable When generateModelValue() {
    LocalDate day = date.getValue();
    LocalTime at = time.getValue();
    if (day == null) {
      return null;
    }
    ZoneId zone = Formats.zone();
    When typed = at == null ? When.on(day) : When.at(day.atTime(at), zone);
    When before = shown;
    // an unchanged time keeps the zone in which it was meant, and its second pass when clocks go
    // back
    return before != null
            && before.allDay() == typed.allDay()
            && before.in(zone).toLocalDateTime().equals(typed.in(zone).toLocalDateTime())
        ? before
        : typed;
  }

  @Override
  protected void setPresentationValue(@Nullable When when) {
    shown = when;
    showing = true;
    ZoneId zone = Formats.zone();
    date.setValue(when == null ? null : when.day(zone));
    time.setValue(when == null || when.allDay() ? null : when.in(zone).toLocalTime());
    showing = false;
  }

  @Override
  public void setReadOnly(boolean readOnly) {
    super.setReadOnly(readOnly);
    date.setReadOnly(readOnly);
    time.setReadOnly(readOnly);
  }

  @Override
  public void focus() {
    date.focus();
  }
}
