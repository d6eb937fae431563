package eu.rempart.watch.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.shell.field.MomentField;
import eu.rempart.shell.text.Formats;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.result.Maintenance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plans maintenance, of one check or of all of them. */
final class MaintenanceDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final TextField title = new TextField(t("watch.maintenance.what"));
  private final Select<Check> check = new Select<>();
  private final MomentField begin = new MomentField(t("watch.maintenance.begin"));
  private final MomentField end = new MomentField(t("watch.maintenance.end"));
  private final transient Consumer<Maintenance> plan;

  MaintenanceDialog(List<Check> checks, Consumer<Maintenance> plan) {
    this.plan = plan;
    setHeaderTitle(t("watch.maintenance.plan"));
    addClassName("watch-dialog");
    setCloseOnOutsideClick(false);
    title.setRequiredIndicatorVisible(true);
    title.setHelperText(t("watch.maintenance.what.hint"));
    title.setMaxLength(Maintenance.LONGEST_TITLE);
    title.setManualValidation(true);
    title.setErrorMessage(t("watch.maintenance.what.wrong"));
    check.setLabel(t("watch.maintenance.of"));
    check.setItems(checks);
    check.setEmptySelectionAllowed(true);
    check.setEmptySelectionCaption(t("watch.status.maintenance.all"));
    check.setItemLabelGenerator(
        each -> each == null ? t("watch.status.maintenance.all") : each.name());
    LocalDateTime soon =
        LocalDateTime.now(Formats.zone()).truncatedTo(ChronoUnit.HOURS).plusHours(1);
    for (MomentField picker : List.of(begin, end)) {
      picker.setErrorMessage(t("watch.maintenance.time.wrong", Maintenance.LONGEST.toDays()));
    }
    begin.setValue(soon);
    end.setValue(soon.plusHours(1));
    var fields = new Div(title, check, begin, end);
    fields.addClassName("watch-form");
    add(fields);
    var go = new Button(t("watch.maintenance.save"), _ -> save());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), go);
  }

  private void save() {
    planned()
        .ifPresent(
            planned -> {
              close();
              plan.accept(planned);
            });
  }

  private Optional<Maintenance> planned() {
    Instant from = instant(begin.getValue());
    Instant to = instant(end.getValue());
    title.setInvalid(
        title.getValue().isBlank() || title.getValue().chars().anyMatch(Character::isISOControl));
    begin.setInvalid(from == null || from.isBefore(Instant.now()));
    end.setInvalid(
        from == null
            || to == null
            || !to.isAfter(from)
            || Duration.between(from, to).compareTo(Maintenance.LONGEST) > 0);
    if (title.isInvalid() || begin.isInvalid() || end.isInvalid() || from == null || to == null) {
      return Optional.empty();
    }
    Check chosen = check.getValue();
    return Optional.of(
        new Maintenance(
            UUID.randomUUID(),
            chosen == null ? null : chosen.id(),
            title.getValue().strip(),
            from,
            to));
  }

  private static @Nullable Instant instant(@Nullable LocalDateTime time) {
    return time == null ? null : time.atZone(Formats.zone()).toInstant();
  }
}
