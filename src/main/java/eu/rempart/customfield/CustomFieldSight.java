package eu.rempart.customfield;

import eu.rempart.account.Rights;
import eu.rempart.account.right.FieldSight;
import eu.rempart.common.RecordField;
import eu.rempart.common.custom.CustomValues;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * As {@link FieldSight}, of records that have custom fields: each of these may be hidden or fixed
 * by itself, and what somebody does not see of them outlives what they save.
 *
 * @param <R> a record, as it was read
 * @param <F> its fields
 * @param <D> what it says
 */
public abstract class CustomFieldSight<R, F extends Enum<F> & RecordField<D>, D>
    extends FieldSight<R, F, D> {

  private final CustomChecks custom;
  private final F values;

  /**
   * As {@link FieldSight}'s own.
   *
   * @param values the field that all custom fields are in
   */
  protected CustomFieldSight(
      Rights rights, CustomChecks custom, String kind, F owner, F values, D empty) {
    super(rights, kind, owner, empty);
    this.custom = custom;
    this.values = values;
  }

  protected abstract CustomValues customOf(D data);

  /** The same, with these values. */
  protected abstract D with(D data, CustomValues custom);

  private Set<UUID> unseen() {
    return CustomSight.hidden(rights(), kind());
  }

  @Override
  protected final D shown(D data) {
    D rest = super.shown(data);
    Set<UUID> hidden = unseen();
    return hidden.isEmpty() ? rest : with(rest, CustomSight.without(customOf(rest), hidden));
  }

  @Override
  public final D inherited(D stays, D goes, BinaryOperator<D> united) {
    D rest = super.inherited(stays, goes, united);
    Set<UUID> hidden = unseen();
    return hidden.isEmpty()
        ? rest
        : with(rest, customOf(rest).keeping(hidden, customOf(united.apply(stays, goes))));
  }

  /** Of what a record has in custom fields that which is shown. */
  protected final CustomValues seen(CustomValues all) {
    return hiddenColumns().contains(values.column())
        ? CustomValues.NONE
        : CustomSight.without(all, unseen());
  }

  @Override
  protected final void checkValues(Collection<Change<D>> changes) {
    custom.check(
        rights(),
        kind(),
        changes.stream()
            .map(
                change ->
                    new CustomChecks.Change(customOf(change.before()), customOf(change.after())))
            .toList());
  }

  /**
   * What is written of a change: custom fields that are hidden keep their values, of which it knows
   * nothing.
   *
   * @param stored reads what the record has
   */
  public final D written(Set<F> mine, D after, Supplier<Optional<R>> stored) {
    Set<UUID> hidden = unseen();
    return hidden.isEmpty() || !mine.contains(values)
        ? after
        : stored.get().map(now -> whole(after, dataOf(now), hidden)).orElse(after);
  }

  /** As {@link #written(Set, Object, Supplier)}, of many. */
  public final Map<R, D> written(Map<R, D> changes, Function<List<UUID>, List<R>> stored) {
    Set<UUID> hidden = unseen();
    if (hidden.isEmpty()) {
      return changes;
    }
    Map<UUID, R> now =
        stored.apply(changes.keySet().stream().map(this::idOf).toList()).stream()
            .collect(Collectors.toMap(this::idOf, Function.identity()));
    Map<R, D> written = new HashMap<>(changes);
    written.replaceAll(
        (before, after) -> {
          R kept = now.get(idOf(before));
          return kept == null || customOf(after).equals(customOf(dataOf(before)))
              ? after
              : whole(after, dataOf(kept), hidden);
        });
    return written;
  }

  private D whole(D after, D stored, Set<UUID> hidden) {
    return with(after, customOf(after).keeping(hidden, customOf(stored)));
  }
}
