package eu.rempart.shell.bulk;

import eu.rempart.common.RecordField;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What rooms whose records have fields do alike: read some of them, change what is to change, and
 * keep those that can be kept so.
 *
 * @param <R> a record
 * @param <F> its fields
 * @param <D> what it says
 */
public abstract class FieldBulk<R, F extends Enum<F> & RecordField<D>, D> implements BulkRoom {

  private final Class<F> fields;

  protected FieldBulk(Class<F> fields) {
    this.fields = fields;
  }

  /** Those of these that are there. */
  protected abstract List<R> read(List<UUID> ids);

  protected abstract D dataOf(R found);

  /** The same, with this owner. */
  protected abstract D ownedBy(D data, @Nullable UUID owner);

  /**
   * Those of these that can be kept so, by all that they have, shown or not. One that can't is left
   * alone: a name that does not open must not stop the others.
   */
  protected abstract Set<R> keepable(Map<R, D> changes);

  /** Saves them; answers how many somebody else saved in between, and are as that one has them. */
  protected abstract int save(Map<R, D> changes);

  /** Moves these to the bin, or those of them that may go; answers how many. */
  protected abstract int archive(List<R> there);

  @Override
  public final ToIntFunction<List<UUID>> assign(@Nullable UUID owner) {
    return edit(data -> ownedBy(data, owner));
  }

  @Override
  public final ToIntFunction<List<UUID>> archive() {
    return ids -> archive(read(ids));
  }

  @Override
  public final @Nullable Object now(String column, UUID id) {
    List<R> found = read(List.of(id));
    return found.isEmpty() ? null : now(column, dataOf(found.getFirst()));
  }

  /** What a field holds; null where it is empty, or none of the room's. */
  protected @Nullable Object now(String column, D data) {
    for (F field : EnumSet.allOf(fields)) {
      if (field.column().equals(column)) {
        return field.valueIn(data);
      }
    }
    return null;
  }

  /** A step that does this to each. */
  protected final ToIntFunction<List<UUID>> edit(UnaryOperator<D> change) {
    return new CountedStep(ids -> edit(ids, change));
  }

  private CountedStep.Counts edit(List<UUID> ids, UnaryOperator<D> change) {
    Map<R, D> changes = new HashMap<>();
    int same = 0;
    for (R found : read(ids)) {
      D before = dataOf(found);
      D after = change.apply(before);
      if (RecordField.changed(fields, before, after).isEmpty()) {
        same++;
      } else {
        changes.put(found, after);
      }
    }
    changes.keySet().retainAll(keepable(changes));
    return new CountedStep.Counts(changes.isEmpty() ? 0 : changes.size() - save(changes), same);
  }
}
