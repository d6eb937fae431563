package eu.rempart.common;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field of a kind of records; each room lists its own in an enum.
 *
 * @param <D> what a record of the kind says
 */
public interface RecordField<D> {

  /** Its column in SQL, which also names its label: {@code KIND.field.COLUMN}. */
  String column();

  /** What it is in this record; null where it is empty. */
  @Nullable Object valueIn(D data);

  /** The fields that these columns are of. */
  static <F extends Enum<F> & RecordField<?>> Set<F> of(
      Class<F> fields, Collection<String> columns) {
    Set<F> all = EnumSet.allOf(fields);
    all.removeIf(field -> !columns.contains(field.column()));
    return all;
  }

  /** The fields in which the two differ. */
  static <F extends Enum<F> & RecordField<D>, D> Set<F> changed(
      Class<F> fields, D before, D after) {
    Set<F> changed = EnumSet.noneOf(fields);
    for (F field : EnumSet.allOf(fields)) {
      if (!Objects.equals(field.valueIn(before), field.valueIn(after))) {
        changed.add(field);
      }
    }
    return changed;
  }
}
