package eu.rempart.activity;

import eu.rempart.common.RecordField;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of an activity, each with its column; the one list of them in this room. */
public enum ActivityField implements RecordField<ActivityData> {
  KIND("kind", ActivityData::kind),
  SUBJECT("subject", ActivityData::subject),
  /** Two more columns say in which zone, or that it is a whole day. */
  WHEN("starts_at", ActivityData::when),
  MINUTES("minutes", ActivityData::minutes),
  RECURRENCE("recurrence", ActivityData::recurrence),
  REMINDER("reminder_minutes", ActivityData::reminders),
  STATUS("status", ActivityData::status),
  PRIORITY("priority", ActivityData::priority),
  DIRECTION("direction", ActivityData::direction),
  PLACE("place", ActivityData::place),
  DESCRIPTION("description", ActivityData::description),
  TAGS("tags", ActivityData::tags),
  CUSTOM("custom", ActivityData::custom),
  OWNER("owner_id", ActivityData::ownerId),
  EXTERNAL_ID("external_id", ActivityData::externalId);

  private final String column;
  private final Function<ActivityData, @Nullable Object> value;

  ActivityField(String column, Function<ActivityData, @Nullable Object> value) {
    this.column = column;
    this.value = value;
  }

  @Override
  public String column() {
    return column;
  }

  @Override
  public @Nullable Object valueIn(ActivityData data) {
    return value.apply(data);
  }

  /** The fields in which the two differ. */
  public static Set<ActivityField> changed(ActivityData before, ActivityData after) {
    return RecordField.changed(ActivityField.class, before, after);
  }

  /** {@code target} with these fields taken from {@code source}. */
  public static ActivityData copy(
      Set<ActivityField> fields, ActivityData source, ActivityData target) {
    ActivityDataBuilder builder = target.toBuilder();
    fields.forEach(field -> field.copyTo(builder, source));
    return builder.build();
  }

  private void copyTo(ActivityDataBuilder to, ActivityData from) {
    switch (this) {
      case KIND -> to.kind(from.kind());
      case SUBJECT -> to.subject(from.subject());
      case WHEN -> to.when(from.when());
      case MINUTES -> to.minutes(from.minutes());
      case RECURRENCE -> to.recurrence(from.recurrence());
      case REMINDER -> to.reminders(from.reminders());
      case STATUS -> to.status(from.status());
      case PRIORITY -> to.priority(from.priority());
      case DIRECTION -> to.direction(from.direction());
      case PLACE -> to.place(from.place());
      case DESCRIPTION -> to.description(from.description());
      case TAGS -> to.tags(from.tags());
      case CUSTOM -> to.custom(from.custom());
      case OWNER -> to.ownerId(from.ownerId());
      case EXTERNAL_ID -> to.externalId(from.externalId());
    }
  }
}
