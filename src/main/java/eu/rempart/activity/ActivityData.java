package eu.rempart.activity;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.CallDirection;
import eu.rempart.activity.value.Recurrence;
import eu.rempart.activity.value.Reminders;
import eu.rempart.activity.value.When;
import eu.rempart.common.custom.CustomValues;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people fill in about an activity. Texts are stripped; what is absent is null.
 *
 * @param ownerId the member who is to do it
 * @param when null for what has no date
 * @param minutes how long it takes, 0 to 44,640 (31 days); of whole days a multiple of 1,440
 * @param recurrence a RECUR of RFC 5545; see {@link Recurrence}; null for what comes once
 * @param reminders minutes before its beginning, five at most, each 0 to 40,320 (28 days); of a
 *     whole day before seven in UTC. A draft that was begun when there was one alone has that
 * @param direction only of a call
 * @param place a place, or a link to meet at
 * @param externalId by which other programs know it, such as the UID of RFC 5545
 * @param tags ids of its tags; one may lie in the bin
 * @param custom what it has in fields of the organisation's own
 */
public record ActivityData(
    @Nullable UUID ownerId,
    ActivityKind kind,
    @Nullable String subject,
    @Nullable When when,
    @Nullable Integer minutes,
    @Nullable String recurrence,
    @JsonAlias("reminderMinutes")
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Integer> reminders,
    ActivityStatus status,
    ActivityPriority priority,
    @Nullable CallDirection direction,
    @Nullable String place,
    @Nullable String description,
    @Nullable String externalId,
    Set<UUID> tags,
    CustomValues custom) {

  public static final ActivityData EMPTY = builder().build();

  /** Only calls have a direction. */
  public ActivityData {
    direction = kind == ActivityKind.CALL ? direction : null;
    reminders = Reminders.of(reminders);
    // a draft that was begun before there were any has none
    tags = Set.copyOf(Objects.requireNonNullElse(tags, Set.<UUID>of()));
    custom = CustomValues.orNone(custom);
  }

  public static ActivityDataBuilder builder() {
    return new ActivityDataBuilder();
  }

  public ActivityDataBuilder toBuilder() {
    return new ActivityDataBuilder(this);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "ActivityData[hidden]";
  }
}
