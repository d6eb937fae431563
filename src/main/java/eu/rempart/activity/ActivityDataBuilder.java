package eu.rempart.activity;

import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.CallDirection;
import eu.rempart.activity.value.When;
import eu.rempart.common.custom.CustomValues;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds {@link ActivityData} step by step; blank texts become null. */
public final class ActivityDataBuilder {

  private @Nullable UUID ownerId;
  private ActivityKind kind = ActivityKind.TASK;
  private @Nullable String subject;
  private @Nullable When when;
  private @Nullable Integer minutes;
  private @Nullable String recurrence;
  private List<Integer> reminders = List.of();
  private ActivityStatus status = ActivityStatus.OPEN;
  private ActivityPriority priority = ActivityPriority.NORMAL;
  private @Nullable CallDirection direction;
  private @Nullable String place;
  private @Nullable String description;
  private @Nullable String externalId;
  private Set<UUID> tags = Set.of();
  private CustomValues custom = CustomValues.NONE;

  ActivityDataBuilder() {}

  ActivityDataBuilder(ActivityData from) {
    ownerId = from.ownerId();
    kind = from.kind();
    subject = from.subject();
    when = from.when();
    minutes = from.minutes();
    recurrence = from.recurrence();
    reminders = from.reminders();
    status = from.status();
    priority = from.priority();
    direction = from.direction();
    place = from.place();
    description = from.description();
    externalId = from.externalId();
    tags = from.tags();
    custom = from.custom();
  }

  public ActivityDataBuilder ownerId(@Nullable UUID value) {
    ownerId = value;
    return this;
  }

  public ActivityDataBuilder kind(ActivityKind value) {
    kind = value;
    return this;
  }

  public ActivityDataBuilder subject(@Nullable String value) {
    subject = text(value);
    return this;
  }

  public ActivityDataBuilder when(@Nullable When value) {
    when = value;
    return this;
  }

  public ActivityDataBuilder minutes(@Nullable Integer value) {
    minutes = value;
    return this;
  }

  public ActivityDataBuilder recurrence(@Nullable String value) {
    recurrence = text(value);
    return this;
  }

  public ActivityDataBuilder reminders(Collection<Integer> value) {
    reminders = List.copyOf(value);
    return this;
  }

  public ActivityDataBuilder status(ActivityStatus value) {
    status = value;
    return this;
  }

  public ActivityDataBuilder priority(ActivityPriority value) {
    priority = value;
    return this;
  }

  public ActivityDataBuilder direction(@Nullable CallDirection value) {
    direction = value;
    return this;
  }

  public ActivityDataBuilder place(@Nullable String value) {
    place = text(value);
    return this;
  }

  public ActivityDataBuilder description(@Nullable String value) {
    description = text(value);
    return this;
  }

  public ActivityDataBuilder externalId(@Nullable String value) {
    externalId = text(value);
    return this;
  }

  public ActivityDataBuilder tags(Set<UUID> value) {
    tags = value;
    return this;
  }

  public ActivityDataBuilder custom(CustomValues value) {
    custom = value;
    return this;
  }

  public ActivityData build() {
    return new ActivityData(
        ownerId,
        kind,
        subject,
        when,
        minutes,
        recurrence,
        reminders,
        status,
        priority,
        direction,
        place,
        description,
        externalId,
        tags,
        custom);
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
