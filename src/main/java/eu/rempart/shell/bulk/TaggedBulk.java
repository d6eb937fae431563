package eu.rempart.shell.bulk;

import eu.rempart.common.RecordField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** As {@link FieldBulk}, of records that have tags. */
public abstract class TaggedBulk<R, F extends Enum<F> & RecordField<D>, D>
    extends FieldBulk<R, F, D> implements TaggedRoom {

  protected TaggedBulk(Class<F> fields) {
    super(fields);
  }

  protected abstract Set<UUID> tagsOf(D data);

  /** The same, with these tags. */
  protected abstract D tagged(D data, Set<UUID> tags);

  @Override
  public final ToIntFunction<List<UUID>> tag(Set<UUID> added, Set<UUID> removed) {
    return edit(
        data -> {
          Set<UUID> tags = new LinkedHashSet<>(tagsOf(data));
          tags.addAll(added);
          tags.removeAll(removed);
          return tagged(data, tags);
        });
  }
}
