package eu.rempart.activity.ical;

import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityField;
import java.util.EnumSet;
import java.util.Set;

/** What of activities somebody may not change: neither does a file that they bring. */
final class FixedFields {

  private final Set<ActivityField> fields = EnumSet.allOf(ActivityField.class);

  FixedFields(Set<String> columns) {
    fields.removeIf(field -> !columns.contains(field.column()));
  }

  boolean contains(ActivityField field) {
    return fields.contains(field);
  }

  /** What becomes of an activity where somebody wants that. */
  ActivityData kept(ActivityData before, ActivityData wanted) {
    return ActivityField.copy(fields, before, wanted);
  }
}
