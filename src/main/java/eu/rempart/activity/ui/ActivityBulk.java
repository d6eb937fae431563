package eu.rempart.activity.ui;

import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ManyActivitiesService;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.custom.CustomFieldBulk;
import eu.rempart.shell.custom.CustomFields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many activities at once. */
@Component
class ActivityBulk extends CustomFieldBulk<Activity, ActivityField, ActivityData> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ActivityService activities;
  private final ManyActivitiesService many;
  private final SeriesService series;

  ActivityBulk(
      ActivityService activities,
      ManyActivitiesService many,
      SeriesService series,
      CustomFields custom) {
    super(ActivityField.class, custom);
    this.activities = activities;
    this.many = many;
    this.series = series;
  }

  @Override
  public String kind() {
    return "activity";
  }

  @Override
  protected List<Activity> read(List<UUID> ids) {
    return activities.findAll(typed(ids));
  }

  @Override
  protected ActivityData dataOf(Activity found) {
    return found.data();
  }

  @Override
  protected ActivityData ownedBy(ActivityData data, @Nullable UUID owner) {
    return data.toBuilder().ownerId(owner).build();
  }

  @Override
  protected Set<UUID> tagsOf(ActivityData data) {
    return data.tags();
  }

  @Override
  protected ActivityData tagged(ActivityData data, Set<UUID> tags) {
    return data.toBuilder().tags(tags).build();
  }

  @Override
  protected CustomValues customOf(ActivityData data) {
    return data.custom();
  }

  @Override
  protected ActivityData with(ActivityData data, CustomValues values) {
    return data.toBuilder().custom(values).build();
  }

  @Override
  protected Set<Activity> keepable(Map<Activity, ActivityData> changes) {
    return many.keepable(changes);
  }

  @Override
  protected int save(Map<Activity, ActivityData> changes) {
    return many.saveAll(changes).size();
  }

  @Override
  protected int archive(List<Activity> there) {
    activities.archive(there.stream().map(Activity::id).toList());
    return there.size();
  }

  @Override
  protected List<BulkField<?>> own() {
    return ActivityBulkFields.of(this::built);
  }

  private ToIntFunction<List<UUID>> built(Consumer<ActivityDataBuilder> change) {
    return edit(
        data -> {
          ActivityDataBuilder builder = data.toBuilder();
          change.accept(builder);
          return builder.build();
        });
  }

  /** Says of those that are open that they are done; one that recurs moves on. */
  ToIntFunction<List<UUID>> done() {
    return ids -> {
      List<ActivityId> open =
          read(ids).stream()
              .filter(each -> each.data().status() == ActivityStatus.OPEN)
              .map(Activity::id)
              .toList();
      if (!open.isEmpty()) {
        series.mark(open, ActivityStatus.DONE);
      }
      return open.size();
    };
  }

  @Override
  public void seen(List<UUID> ids) {
    many.awaitIndex(typed(ids), PATIENCE);
  }

  private static List<ActivityId> typed(List<UUID> ids) {
    return ids.stream().map(ActivityId::new).toList();
  }
}
