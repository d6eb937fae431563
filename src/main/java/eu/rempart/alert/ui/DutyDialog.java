package eu.rempart.alert.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import eu.rempart.alert.duty.DutyEntry;
import eu.rempart.shell.field.MomentField;
import eu.rempart.shell.text.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Enters a pair for a while, or one person in the place of another. */
final class DutyDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final DutyEntry.Kind kind;
  private final Select<UUID> first;
  private final Select<UUID> second;
  private final MomentField begin = new MomentField(t("alert.duty.begin"));
  private final MomentField end = new MomentField(t("alert.duty.end"));
  private final transient Consumer<DutyEntry> enter;

  DutyDialog(
      DutyEntry.Kind kind, List<UUID> people, Map<UUID, String> names, Consumer<DutyEntry> enter) {
    this.kind = kind;
    this.enter = enter;
    boolean pair = kind == DutyEntry.Kind.PAIR;
    setHeaderTitle(t(pair ? "alert.duty.pair" : "alert.duty.swap"));
    addClassName("alert-dialog");
    setCloseOnOutsideClick(false);
    // a swap names who leaves too, who may be suspended
    first =
        People.select(
            t(pair ? "alert.duty.first" : "alert.duty.leaves"),
            pair ? people : names.keySet().stream().sorted().toList(),
            names);
    second = People.select(t(pair ? "alert.duty.second" : "alert.duty.stands"), people, names);
    LocalDateTime soon =
        LocalDateTime.now(Formats.zone()).truncatedTo(ChronoUnit.HOURS).plusHours(1);
    begin.setValue(soon);
    end.setValue(soon.plusDays(1));
    for (MomentField picker : List.of(begin, end)) {
      picker.setErrorMessage(t("alert.duty.time.wrong", DutyEntry.LONGEST.toDays()));
    }
    var fields = new Div(first, second, begin, end);
    fields.addClassName("alert-form");
    add(fields);
    var go = new Button(t("alert.duty.save"), _ -> save());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), go);
  }

  private void save() {
    Instant from = People.instant(begin);
    Instant to = People.instant(end);
    boolean timed =
        from != null
            && to != null
            && to.isAfter(from)
            && Duration.between(from, to).compareTo(DutyEntry.LONGEST) <= 0;
    begin.setInvalid(from == null);
    end.setInvalid(!timed);
    if (People.areTwo(first, second) && timed && from != null && to != null) {
      close();
      enter.accept(
          new DutyEntry(UUID.randomUUID(), kind, first.getValue(), second.getValue(), from, to));
    }
  }
}
