package eu.rempart.alert.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.select.Select;
import eu.rempart.shell.field.MomentField;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fields of the dialogs on duty. */
final class People {

  private People() {}

  static Select<UUID> select(String label, List<UUID> people, Map<UUID, String> names) {
    Select<UUID> select = new Select<>();
    select.setLabel(label);
    select.setItems(people);
    select.setItemLabelGenerator(each -> Words.name(names, each));
    select.setManualValidation(true);
    select.setErrorMessage(t("alert.duty.two"));
    return select;
  }

  /** Marks both unless two people are chosen, who are two. */
  static boolean areTwo(Select<UUID> first, Select<UUID> second) {
    UUID one = first.getValue();
    UUID other = second.getValue();
    boolean wrong = one == null || other == null || Objects.equals(one, other);
    first.setInvalid(wrong);
    second.setInvalid(wrong);
    return !wrong;
  }

  static @Nullable Instant instant(MomentField picker) {
    LocalDateTime time = picker.getValue();
    return time == null ? null : time.atZone(Formats.zone()).toInstant();
  }
}
