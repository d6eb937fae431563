package eu.rempart.activity;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.value.When;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of an activity whoever acts on this thread may see, and what they may change. */
final class ActivitySight {

  private final Rights rights;

  ActivitySight(Rights rights) {
    this.rights = rights;
  }

  /** When and what kind it is are no secret among those who may see it at all. */
  private Set<ActivityField> hidden() {
    Set<String> columns = rights.hidden(ActivitySearch.KIND);
    return columns.isEmpty()
        ? Set.of()
        : EnumSet.allOf(ActivityField.class).stream()
            .filter(field -> columns.contains(field.column()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ActivityField.class)));
  }

  /** Without the fields that are hidden. */
  Activity seen(Activity activity) {
    Set<ActivityField> hidden = hidden();
    return hidden.isEmpty()
        ? activity
        : new Activity(
            activity.id(),
            activity.version(),
            ActivityField.copy(hidden, ActivityData.EMPTY, activity.data()),
            activity.links(),
            activity.done(),
            activity.of(),
            without(hidden, activity.unopenable()),
            activity.created(),
            activity.changed());
  }

  /** Each without the fields that are hidden. */
  List<ActivityRow> seen(List<ActivityRow> rows) {
    Set<ActivityField> hidden = hidden();
    return hidden.isEmpty()
        ? rows
        : rows.stream()
            .map(
                row ->
                    new ActivityRow(
                        row.id(),
                        row.version(),
                        ActivityField.copy(hidden, ActivityData.EMPTY, row.shown()),
                        row.links(),
                        without(hidden, row.unopenable()),
                        row.doneAt(),
                        row.createdAt(),
                        row.changedAt()))
            .toList();
  }

  private static Map<ActivityField, String> without(
      Set<ActivityField> hidden, Map<ActivityField, String> unopenable) {
    Map<ActivityField, String> rest = new EnumMap<>(ActivityField.class);
    unopenable.forEach(
        (field, code) -> {
          if (!hidden.contains(field)) {
            rest.put(field, code);
          }
        });
    return rest;
  }

  /** What is kept of something new: it belongs to somebody whose records its maker may write. */
  ActivityData owned(ActivityData data) {
    UUID owner = rights.ownerOfNew(ActivitySearch.KIND, data.ownerId());
    return Objects.equals(owner, data.ownerId()) ? data : data.toBuilder().ownerId(owner).build();
  }

  /**
   * Goes on only if these may be kept as new ones.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   */
  void requireNew(Collection<ActivityData> all) {
    rights.requireOwners(
        Right.WRITE_RECORDS, ActivitySearch.KIND, all.stream().map(ActivityData::ownerId).toList());
    if (!rights.fixed(ActivitySearch.KIND).isEmpty()) {
      all.forEach(data -> requireColumns(ActivityField.changed(ActivityData.EMPTY, data)));
    }
  }

  /**
   * An occurrence of a recurring activity by itself, with what is hidden of this too.
   *
   * @param change of what is seen
   * @throws eu.rempart.account.NotPermittedException if it may not be changed so
   */
  NewActivity occurrence(Activity whole, When when, UnaryOperator<ActivityData> change) {
    ActivityData before = at(when, whole.data());
    ActivityData shown = at(when, seen(whole).data());
    ActivityData after = change.apply(shown);
    Set<ActivityField> mine = ActivityField.changed(shown, after);
    requireChange(whole.id(), mine, after);
    return new NewActivity(
        ActivityField.copy(mine, after, before),
        whole.links(),
        null,
        new Occurrence(whole.id(), when.at()));
  }

  private static ActivityData at(When when, ActivityData data) {
    return data.toBuilder().when(when).recurrence(null).build();
  }

  /**
   * Goes on only if this one may be changed so.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   */
  void requireChange(ActivityId id, Set<ActivityField> mine, ActivityData after) {
    rights.require(Right.WRITE_RECORDS, ActivitySearch.KIND, List.of(id.value()));
    requireColumns(mine);
    if (mine.contains(ActivityField.OWNER)) {
      rights.requireOwners(
          Right.WRITE_RECORDS, ActivitySearch.KIND, Arrays.<@Nullable UUID>asList(after.ownerId()));
    }
  }

  private void requireColumns(Set<ActivityField> fields) {
    rights.requireColumns(ActivitySearch.KIND, fields.stream().map(ActivityField::column).toList());
  }
}
