package eu.rempart.shell.custom;

import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.shell.bulk.BulkField;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/** The organisation's own fields as those that can be set in many records, or in a list. */
public final class CustomBulk {

  private CustomBulk() {}

  /**
   * The fields.
   *
   * @param step makes a step of what a field, by its id, is to hold; empties it with an empty text
   */
  public static List<BulkField<?>> of(
      CustomBook book, BiFunction<UUID, String, ToIntFunction<List<UUID>>> step) {
    return book.all().stream().<BulkField<?>>map(field -> of(field, step)).toList();
  }

  private static BulkField<String> of(
      CustomField field, BiFunction<UUID, String, ToIntFunction<List<UUID>>> step) {
    return new BulkField<>(
        CustomField.column(field.id()),
        field.key(),
        CustomBook.label(field),
        () -> new CustomValueField(field),
        value -> step.apply(field.id(), Objects.requireNonNullElse(value, "")));
  }

  /** What a record has in the field of this column; empty where that is none of these fields. */
  public static Optional<String> now(String column, CustomValues values) {
    return CustomField.idOfColumn(column).map(values::of);
  }
}
