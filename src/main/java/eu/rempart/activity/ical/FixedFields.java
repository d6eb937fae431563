package eu.rempart.activity.ical;

import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityField;
import eu.rempart.common.RecordField;
import java.util.Set;

/** What of activities somebody may not change: neither does a file that they bring. */
final class FixedFields {

  private final Set<ActivityField> fields;

  FixedFields(Set<String> columns) {
    fields = RecordField.of(ActivityField.class, columns);
  }

  boolean contains(ActivityField field) {
    return fields.contains(field);
  }

  /** What becomes of an activity where somebody wants that. */
  ActivityData kept(ActivityData before, ActivityData wanted) {
    return ActivityField.copy(fields, before, wanted);
  }
}
