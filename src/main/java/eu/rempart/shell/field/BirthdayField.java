package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import eu.rempart.common.Birthday;
import eu.rempart.shell.field.number.WholeNumberField;
import eu.rempart.shell.text.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.format.TextStyle;
import org.jspecify.annotations.Nullable;

/** A day of birth whose year may be left out. */
public final class BirthdayField extends CustomField<Birthday>
    implements HasHelper, HasValidator<Birthday> {

  private static final long serialVersionUID = 1L;

  private final WholeNumberField day = new WholeNumberField();
  private final Select<Month> month = new Select<>();
  private final WholeNumberField year = new WholeNumberField();

  public BirthdayField() {
    addClassName("birthday-field");
    day.setAriaLabel(t("shell.field.day"));
    day.setPlaceholder(t("shell.field.day"));
    day.setMin(1);
    day.setMax(31);
    month.setAriaLabel(t("shell.field.month"));
    month.setItems(Month.values());
    month.setEmptySelectionAllowed(true);
    month.setEmptySelectionCaption(t("shell.field.month"));
    month.setPlaceholder(t("shell.field.month"));
    month.setItemLabelGenerator(
        value ->
            value == null
                ? t("shell.field.month")
                : value.getDisplayName(TextStyle.FULL_STANDALONE, Texts.locale()));
    year.setAriaLabel(t("shell.field.year"));
    year.setPlaceholder(t("shell.field.year"));
    year.setMin(1);
    year.setMax(Year.now(java.time.ZoneOffset.UTC).getValue());
    var parts = new Div(day, month, year);
    parts.addClassName("birthday-parts");
    add(parts);
  }

  @Override
  @SuppressWarnings("NullAway") // no birthday is null, as in every field of Vaadin
  protected @Nullable Birthday generateModelValue() {
    Integer dayOfMonth = day.getValue();
    Month chosen = month.getValue();
    Integer inYear = year.getValue();
    if (dayOfMonth == null || chosen == null) {
      return null;
    }
    try {
      return inYear == null
          ? new Birthday(MonthDay.of(chosen, dayOfMonth), null)
          : Birthday.of(LocalDate.of(inYear, chosen, dayOfMonth));
    } catch (DateTimeException _) {
      return null;
    }
  }

  @Override
  @SuppressWarnings("NullAway") // emptying is setting null
  protected void setPresentationValue(@Nullable Birthday birthday) {
    day.setValue(birthday == null ? null : birthday.day().getDayOfMonth());
    month.setValue(birthday == null ? null : birthday.day().getMonth());
    year.setValue(birthday == null ? null : birthday.year());
  }

  @Override
  public Validator<Birthday> getDefaultValidator() {
    return (_, _) -> {
      boolean unread = day.isUnread() || year.isUnread();
      boolean nothing = day.isEmpty() && month.isEmpty() && year.isEmpty();
      return !unread && (nothing || generateModelValue() != null)
          ? ValidationResult.ok()
          : ValidationResult.error(t("shell.field.birthday.wrong"));
    };
  }
}
