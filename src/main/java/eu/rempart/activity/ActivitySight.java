package eu.rempart.activity;

import eu.rempart.account.Rights;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.When;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomFieldSight;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What of an activity whoever acts on this thread may see, and what they may change. */
final class ActivitySight extends CustomFieldSight<Activity, ActivityField, ActivityData> {

  ActivitySight(Rights rights, CustomChecks custom) {
    super(
        rights,
        custom,
        ActivitySearch.KIND,
        ActivityField.OWNER,
        ActivityField.CUSTOM,
        ActivityData.EMPTY);
  }

  @Override
  protected UUID idOf(Activity found) {
    return found.id().value();
  }

  @Override
  protected ActivityData dataOf(Activity found) {
    return found.data();
  }

  @Override
  protected @Nullable UUID ownerOf(ActivityData data) {
    return data.ownerId();
  }

  @Override
  protected ActivityData ownedBy(ActivityData data, @Nullable UUID newOwner) {
    return data.toBuilder().ownerId(newOwner).build();
  }

  @Override
  protected CustomValues customOf(ActivityData data) {
    return data.custom();
  }

  @Override
  protected ActivityData with(ActivityData data, CustomValues custom) {
    return data.toBuilder().custom(custom).build();
  }

  @Override
  protected ActivityData copy(Set<ActivityField> fields, ActivityData source, ActivityData target) {
    return ActivityField.copy(fields, source, target);
  }

  /** Only calls have a direction: it goes with the kind. */
  @Override
  protected Set<ActivityField> chosen(Set<ActivityField> mine, ActivityData after) {
    if (!mine.contains(ActivityField.KIND) || after.kind() == ActivityKind.CALL) {
      return mine;
    }
    Set<ActivityField> chosen = EnumSet.copyOf(mine);
    chosen.remove(ActivityField.DIRECTION);
    return chosen;
  }

  /** Without the fields that are hidden. */
  Activity seen(Activity activity) {
    return showsAll()
        ? activity
        : new Activity(
            activity.id(),
            activity.version(),
            shown(activity.data()),
            activity.links(),
            activity.done(),
            activity.of(),
            codes(activity.unopenable()),
            activity.created(),
            activity.changed());
  }

  /** Each without the fields that are hidden. */
  List<ActivityRow> seen(List<ActivityRow> rows) {
    return showsAll() ? rows : rows.stream().map(this::seen).toList();
  }

  private ActivityRow seen(ActivityRow row) {
    return new ActivityRow(
        row.id(),
        row.version(),
        shown(row.shown()),
        row.links(),
        codes(row.unopenable()),
        row.doneAt(),
        row.createdAt(),
        row.changedAt());
  }

  /**
   * An occurrence of a recurring activity by itself, with what is hidden of this too.
   *
   * @param rest by which it recurs itself; null where it is one occurrence alone
   * @param change of what is seen
   * @throws eu.rempart.account.NotPermittedException if it may not be changed so
   */
  NewActivity occurrence(
      Activity whole, When when, @Nullable String rest, UnaryOperator<ActivityData> change) {
    ActivityData before = at(when, whole.data());
    ActivityData shown = at(when, seen(whole).data());
    ActivityData after = change.apply(shown);
    Set<ActivityField> mine = ActivityField.changed(shown, after);
    requireChange(whole.id().value(), mine, shown, after);
    return new NewActivity(
        ActivityField.copy(mine, written(mine, after, () -> Optional.of(whole)), before).toBuilder()
            .recurrence(rest)
            .build(),
        whole.links(),
        null,
        rest == null ? new Occurrence(whole.id(), when.at()) : null);
  }

  private static ActivityData at(When when, ActivityData data) {
    return data.toBuilder().when(when).recurrence(null).build();
  }
}
