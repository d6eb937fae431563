package eu.rempart.account.right;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.RecordField;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a kind's records whoever acts on this thread may see, and what they may change, field by
 * field. Each room has one of its own, which knows how its records are put together.
 *
 * @param <R> a record, as it was read
 * @param <F> its fields
 * @param <D> what it says
 */
public abstract class FieldSight<R, F extends Enum<F> & RecordField<D>, D> {

  private final Rights rights;
  private final String kind;
  private final F owner;
  private final D empty;

  /**
   * For one kind.
   *
   * @param owner the field that says whose a record is
   * @param empty what a record without any value says
   */
  protected FieldSight(Rights rights, String kind, F owner, D empty) {
    this.rights = rights;
    this.kind = kind;
    this.owner = owner;
    this.empty = empty;
  }

  /** What becomes of what a record says. */
  protected record Change<D>(D before, D after) {}

  protected abstract UUID idOf(R found);

  protected abstract D dataOf(R found);

  protected abstract @Nullable UUID ownerOf(D data);

  /** The same, with this owner. */
  protected abstract D ownedBy(D data, @Nullable UUID newOwner);

  /** {@code target} with these fields taken from {@code source}. */
  protected abstract D copy(Set<F> fields, D source, D target);

  /**
   * Goes on only if values may become so, whoever changes them; anything goes unless a room says
   * otherwise.
   *
   * @throws eu.rempart.common.InvalidFieldException if one can't
   */
  protected void checkValues(Collection<Change<D>> changes) {}

  protected final Rights rights() {
    return rights;
  }

  protected final String kind() {
    return kind;
  }

  /** Whether everything is shown. */
  protected final boolean showsAll() {
    return hiddenColumns().isEmpty();
  }

  /** Columns that are not shown, be they fields or not. */
  protected final Set<String> hiddenColumns() {
    return rights.hidden(kind);
  }

  /**
   * Of what changes that which somebody chose to change: what only follows from it needs no right
   * of its own. Everything, unless a room says otherwise.
   */
  protected Set<F> chosen(Set<F> mine, D after) {
    return mine;
  }

  /** With what is hidden of it as the record has it, since rules hold for the whole of it. */
  public final D whole(D shown, Supplier<Optional<R>> stored) {
    Set<F> unseen = hidden();
    return unseen.isEmpty()
        ? shown
        : stored.get().map(now -> copy(unseen, dataOf(now), shown)).orElse(shown);
  }

  /** As {@link #whole(Object, Supplier)}, of many. */
  public final Map<R, D> whole(Map<R, D> changes, Function<List<UUID>, List<R>> stored) {
    Set<F> unseen = hidden();
    if (unseen.isEmpty()) {
      return changes;
    }
    Map<UUID, R> now =
        stored.apply(changes.keySet().stream().map(this::idOf).toList()).stream()
            .collect(Collectors.toMap(this::idOf, Function.identity()));
    Map<R, D> whole = new HashMap<>(changes);
    whole.replaceAll(
        (before, after) -> whole(after, () -> Optional.ofNullable(now.get(idOf(before)))));
    return whole;
  }

  /**
   * Those of these that can be kept so, by all that they have, shown or not.
   *
   * @param check throws {@link InvalidFieldException} for one that can't
   */
  public final Set<R> keepable(
      Map<R, D> changes, Function<List<UUID>, List<R>> stored, BiConsumer<R, D> check) {
    Set<R> keepable = new HashSet<>();
    whole(changes, stored)
        .forEach(
            (before, after) -> {
              try {
                check.accept(before, after);
                keepable.add(before);
              } catch (InvalidFieldException _) {
                keepable.remove(before);
              }
            });
    return keepable;
  }

  /** Fields that are not shown. */
  private Set<F> hidden() {
    return RecordField.of(owner.getDeclaringClass(), hiddenColumns());
  }

  /**
   * What a record says once another one went into it, of which whoever acts on this thread is not
   * shown everything: where nobody can choose, entries of both stay, and of two values its own.
   *
   * @param united the first one with the entries of the second
   */
  public D inherited(D stays, D goes, BinaryOperator<D> united) {
    Set<F> unseen = hidden();
    Set<F> missing = EnumSet.noneOf(owner.getDeclaringClass());
    unseen.stream()
        .filter(field -> Objects.equals(field.valueIn(stays), field.valueIn(empty)))
        .forEach(missing::add);
    return copy(missing, goes, copy(unseen, united.apply(stays, goes), stays));
  }

  /** What is shown of what a record says. */
  protected D shown(D data) {
    return copy(hidden(), empty, data);
  }

  /** The codes of fields that do not open, of those that are shown. */
  protected final Map<F, String> codes(Map<F, String> unopenable) {
    if (unopenable.isEmpty()) {
      return unopenable;
    }
    Set<F> hidden = hidden();
    Map<F, String> rest = new EnumMap<>(owner.getDeclaringClass());
    unopenable.forEach(
        (field, code) -> {
          if (!hidden.contains(field)) {
            rest.put(field, code);
          }
        });
    return rest;
  }

  /** What is kept of something new: it belongs to somebody whose records its maker may write. */
  public final D owned(D data) {
    UUID given = rights.ownerOfNew(kind, ownerOf(data));
    return Objects.equals(given, ownerOf(data)) ? data : ownedBy(data, given);
  }

  /**
   * Goes on only if these may be kept as new ones.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   * @throws eu.rempart.common.InvalidFieldException if a value is none that its field can have
   */
  public final void requireNew(Collection<D> all) {
    rights.requireOwners(
        Right.WRITE_RECORDS, kind, all.stream().<@Nullable UUID>map(this::ownerOf).toList());
    if (!rights.fixed(kind).isEmpty()) {
      Set<F> filled = EnumSet.noneOf(owner.getDeclaringClass());
      all.forEach(data -> filled.addAll(changed(empty, data)));
      requireColumns(filled);
    }
    checkValues(all.stream().map(data -> new Change<>(empty, data)).toList());
  }

  /**
   * Goes on only if this one may be changed so.
   *
   * @param mine what changes
   * @throws eu.rempart.account.NotPermittedException if not
   * @throws eu.rempart.common.InvalidFieldException if a value is none that its field can have
   */
  public final void requireChange(UUID id, Set<F> mine, D before, D after) {
    requireWrite(List.of(id));
    requireFields(mine, after);
    checkValues(List.of(new Change<>(before, after)));
  }

  /**
   * Goes on only if these may be changed so.
   *
   * @param changes the records as they were read, with what they are to be
   * @throws eu.rempart.account.NotPermittedException if not
   * @throws eu.rempart.common.InvalidFieldException if a value is none that its field can have
   */
  public final void requireChanges(Map<R, D> changes) {
    requireWrite(changes.keySet().stream().map(this::idOf).toList());
    changes.forEach((read, after) -> requireFields(changed(dataOf(read), after), after));
    checkValues(
        changes.entrySet().stream()
            .map(change -> new Change<>(dataOf(change.getKey()), change.getValue()))
            .toList());
  }

  /** As {@link #requireChanges(Map)}, and only if all that they would have then holds. */
  public final void requireChanges(
      Map<R, D> changes, Function<List<UUID>, List<R>> stored, BiConsumer<R, D> check) {
    requireChanges(changes);
    whole(changes, stored).forEach(check);
  }

  /**
   * Goes on only if these may be written to at all.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   */
  public final void requireWrite(Collection<UUID> ids) {
    rights.require(Right.WRITE_RECORDS, kind, ids);
  }

  private void requireFields(Set<F> mine, D after) {
    requireColumns(chosen(mine, after));
    if (mine.contains(owner)) {
      rights.requireOwners(
          Right.WRITE_RECORDS, kind, Arrays.<@Nullable UUID>asList(ownerOf(after)));
    }
  }

  private void requireColumns(Set<F> fields) {
    rights.requireColumns(kind, fields.stream().map(RecordField::column).toList());
  }

  private Set<F> changed(D before, D after) {
    return RecordField.changed(owner.getDeclaringClass(), before, after);
  }
}
