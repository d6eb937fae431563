package eu.rempart.shell.custom;

import eu.rempart.common.RecordField;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.bulk.TaggedBulk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** As {@link TaggedBulk}, of records that have custom fields: these can be set in many as well. */
public abstract class CustomFieldBulk<R, F extends Enum<F> & RecordField<D>, D>
    extends TaggedBulk<R, F, D> {

  private final CustomFields custom;

  protected CustomFieldBulk(Class<F> fields, CustomFields custom) {
    super(fields);
    this.custom = custom;
  }

  protected abstract CustomValues customOf(D data);

  /** The same, with these values. */
  protected abstract D with(D data, CustomValues values);

  /** The room's own fields, in the order in which they are offered. */
  protected abstract List<BulkField<?>> own();

  @Override
  public final List<BulkField<?>> fields() {
    List<BulkField<?>> all = new ArrayList<>(own());
    all.addAll(CustomBulk.of(custom.book(kind()).writable(), this::fill));
    return all;
  }

  private ToIntFunction<List<UUID>> fill(UUID field, String value) {
    return edit(data -> with(data, customOf(data).with(field, value)));
  }

  @Override
  protected final @Nullable Object now(String column, D data) {
    Optional<String> value = CustomBulk.now(column, customOf(data));
    return value.isPresent() ? value.get() : super.now(column, data);
  }
}
