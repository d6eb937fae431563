package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.datepicker.DatePicker;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The last day on which something holds; empty where it has no end. */
final class UntilField extends DatePicker {

  private static final long serialVersionUID = 1L;

  UntilField() {
    super(t("edge.until.label"));
    setHelperText(t("edge.until.hint"));
    setMin(LocalDate.now(Formats.zone()));
    setClearButtonVisible(true);
    setI18n(new DatePickerI18n().setBadInputErrorMessage(t("edge.until.bad")));
  }

  void show(@Nullable Instant until) {
    setValue(until == null ? null : until.atZone(Formats.zone()).minusDays(1).toLocalDate());
  }

  /** The midnight after the last day; null for no end. */
  @Nullable Instant until() {
    LocalDate day = getValue();
    return day == null ? null : day.plusDays(1).atStartOfDay(Formats.zone()).toInstant();
  }
}
