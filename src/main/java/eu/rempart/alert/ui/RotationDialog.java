package eu.rempart.alert.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import eu.rempart.alert.duty.Duty;
import eu.rempart.alert.duty.Rotation;
import eu.rempart.shell.field.MomentField;
import eu.rempart.shell.field.number.WholeNumberField;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Has pairs take turns. */
final class RotationDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int WEEK = 7;

  /** One pair. */
  private record Row(Select<UUID> first, Select<UUID> second) {}

  private final MomentField begin = new MomentField(t("alert.duty.begin"));
  private final WholeNumberField days = new WholeNumberField(t("alert.duty.days"));
  private final Div pairs = new Div();
  private final transient List<Row> rows = new ArrayList<>();
  private final transient List<UUID> people;
  private final transient Map<UUID, String> names;
  private final transient Consumer<Rotation> make;

  RotationDialog(List<UUID> people, Map<UUID, String> names, Consumer<Rotation> make) {
    this.people = people;
    this.names = names;
    this.make = make;
    setHeaderTitle(t("alert.duty.rotate"));
    addClassName("alert-dialog");
    setCloseOnOutsideClick(false);
    begin.setValue(LocalDateTime.now(Formats.zone()).truncatedTo(ChronoUnit.HOURS));
    begin.setErrorMessage(t("alert.duty.begin.missing"));
    days.setMin(1);
    days.setMax(Rotation.MOST_DAYS);
    days.setValue(WEEK);
    days.setErrorMessage(t("alert.duty.days.wrong", Rotation.MOST_DAYS));
    pairs.addClassName("alert-form");
    var fields = new Div(begin, days);
    fields.addClassName("alert-form");
    add(fields, pairs);
    addPair();
    var more = new Button(t("alert.duty.more"), _ -> addPair());
    var go = new Button(t("alert.duty.save"), _ -> save());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), more, go);
  }

  private void addPair() {
    if (rows.size() < Rotation.MOST_PAIRS) {
      int number = rows.size() + 1;
      Row row =
          new Row(
              People.select(t("alert.duty.first.of", number), people, names),
              People.select(t("alert.duty.second.of", number), people, names));
      rows.add(row);
      pairs.add(row.first(), row.second());
    }
  }

  private void save() {
    Instant from = People.instant(begin);
    Integer length = days.getValue();
    begin.setInvalid(from == null);
    days.setInvalid(length == null || length < 1 || length > Rotation.MOST_DAYS);
    long wrong = rows.stream().filter(row -> !People.areTwo(row.first(), row.second())).count();
    if (wrong > 0 || from == null || length == null || days.isInvalid()) {
      return;
    }
    close();
    make.accept(
        new Rotation(
            UUID.randomUUID(),
            from,
            Formats.zone(),
            length,
            rows.stream()
                .map(row -> new Duty(row.first().getValue(), row.second().getValue()))
                .toList()));
  }
}
