package eu.rempart.activity;

import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.CallDirection;
import eu.rempart.activity.value.Reminders;
import eu.rempart.activity.value.When;
import eu.rempart.common.custom.CustomText;
import eu.rempart.db.generated.ActivityWriter;
import eu.rempart.db.generated.OpenedActivity;
import eu.rempart.db.generated.Tables;
import eu.rempart.db.sealed.Opened;
import eu.rempart.tag.TagIds;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Between fields and columns: what a row opens to, and what is sealed into one. */
final class ActivityMapper {

  private final Map<ActivityField, String> unopenable = new EnumMap<>(ActivityField.class);
  private final ActivityDataBuilder data = ActivityData.builder();

  private ActivityMapper() {}

  static List<Field<?>> columns(Set<ActivityField> fields) {
    List<Field<?>> columns = new ArrayList<>();
    for (ActivityField field : fields) {
      columns.add(Tables.ACTIVITY.field(field.column()));
      if (field == ActivityField.WHEN) {
        columns.add(Tables.ACTIVITY.ALL_DAY);
        columns.add(Tables.ACTIVITY.ZONE);
      }
    }
    return columns;
  }

  /** Opens these fields of a row, and nothing else. */
  static ActivityMapper open(OpenedActivity row, Set<ActivityField> fields) {
    ActivityMapper mapper = new ActivityMapper();
    fields.forEach(field -> mapper.read(field, row));
    return mapper;
  }

  ActivityData data() {
    return data.build();
  }

  Map<ActivityField, String> unopenable() {
    return unopenable;
  }

  private void read(ActivityField field, OpenedActivity row) {
    switch (field) {
      case KIND -> data.kind(ActivityKind.valueOf(row.kind()));
      case SUBJECT -> take(field, row.subject(), data::subject);
      case WHEN ->
          data.when(
              row.startsAt() == null ? null : When.of(row.startsAt().toInstant(), row.zone()));
      case MINUTES -> data.minutes(row.minutes());
      case RECURRENCE -> data.recurrence(row.recurrence());
      case REMINDER -> data.reminders(Reminders.ofColumn(row.reminderMinutes()));
      case STATUS -> data.status(ActivityStatus.valueOf(row.status()));
      case PRIORITY -> data.priority(ActivityPriority.valueOf(row.priority()));
      case DIRECTION ->
          data.direction(row.direction() == null ? null : CallDirection.valueOf(row.direction()));
      case PLACE -> take(field, row.place(), data::place);
      case DESCRIPTION -> take(field, row.description(), data::description);
      case TAGS -> data.tags(TagIds.of(row.tags()));
      case CUSTOM -> take(field, row.custom(), text -> data.custom(CustomText.values(text)));
      case OWNER -> data.ownerId(row.ownerId());
      case EXTERNAL_ID -> take(field, row.externalId(), data::externalId);
    }
  }

  private void take(ActivityField field, Opened<String> opened, Consumer<@Nullable String> to) {
    switch (opened) {
      case Opened.Clear<String>(var value) -> to.accept(value);
      case Opened.Unopenable<String>(var code) -> unopenable.put(field, code);
    }
  }

  static void write(ActivityField field, ActivityData data, ActivityWriter to) {
    switch (field) {
      case KIND -> to.kind(data.kind().name());
      case SUBJECT -> to.subject(data.subject());
      case WHEN -> write(data.when(), to);
      case MINUTES -> to.minutes(data.minutes());
      case RECURRENCE -> to.recurrence(data.recurrence());
      case REMINDER -> to.reminderMinutes(Reminders.column(data.reminders()));
      case STATUS -> to.status(data.status().name());
      case PRIORITY -> to.priority(data.priority().name());
      case DIRECTION -> to.direction(data.direction() == null ? null : data.direction().name());
      case PLACE -> to.place(data.place());
      case DESCRIPTION -> to.description(data.description());
      case TAGS -> to.tags(TagIds.column(data.tags()));
      case CUSTOM -> to.custom(CustomText.write(data.custom()));
      case OWNER -> to.ownerId(data.ownerId());
      case EXTERNAL_ID -> to.externalId(data.externalId());
    }
  }

  private static void write(@Nullable When when, ActivityWriter to) {
    ZoneId zone = when == null ? null : when.zone();
    to.startsAt(when == null ? null : when.at().atOffset(ZoneOffset.UTC));
    to.allDay(when != null && when.allDay());
    to.zone(zone == null ? null : zone.getId());
  }
}
