package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The last day on which something holds; empty where it has no end. */
final class UntilField extends Composite<DateField> {

  private static final long serialVersionUID = 1L;

  UntilField() {
    DateField day = getContent();
    day.setLabel(t("edge.until.label"));
    day.setHelperText(t("edge.until.hint"));
    day.setMin(LocalDate.now(Formats.zone()));
  }

  void show(@Nullable Instant until) {
    getContent()
        .setValue(until == null ? null : until.atZone(Formats.zone()).minusDays(1).toLocalDate());
  }

  /** Whether what is typed is no day that can be. */
  boolean isInvalid() {
    return getContent().isInvalid();
  }

  void onChange(Runnable changed) {
    getContent().addValueChangeListener(_ -> changed.run());
  }

  /** The midnight after the last day; null for no end. */
  @Nullable Instant until() {
    LocalDate day = getContent().getValue();
    return day == null ? null : day.plusDays(1).atStartOfDay(Formats.zone()).toInstant();
  }
}
