package eu.rempart.activity.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.ui.field.MinutesField;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.shell.bulk.BulkField;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fields of activities that can be set in many at once. What is done is said by a step of its
 * own, and when they are differs from one to the other.
 */
final class ActivityBulkFields {

  private ActivityBulkFields() {}

  /**
   * The fields.
   *
   * @param edit makes a step of what it does to one activity
   */
  static List<BulkField<?>> of(
      Function<Consumer<ActivityDataBuilder>, ToIntFunction<List<UUID>>> edit) {
    return List.of(
        new BulkField<ActivityPriority>(
            ActivityField.PRIORITY.column(),
            ActivityTexts.label(ActivityField.PRIORITY),
            ActivityBulkFields::priorities,
            value -> edit.apply(builder -> priority(builder, value))),
        new BulkField<Integer>(
            ActivityField.MINUTES.column(),
            ActivityTexts.label(ActivityField.MINUTES),
            ActivityBulkFields::minutes,
            value -> edit.apply(builder -> builder.minutes(value))),
        new BulkField<String>(
            ActivityField.PLACE.column(),
            ActivityTexts.label(ActivityField.PLACE),
            ActivityBulkFields::place,
            value -> edit.apply(builder -> builder.place(value))),
        new BulkField<String>(
            ActivityField.DESCRIPTION.column(),
            ActivityTexts.label(ActivityField.DESCRIPTION),
            ActivityBulkFields::description,
            value -> edit.apply(builder -> builder.description(value))));
  }

  /** Every activity has one: where none is chosen it stays. */
  private static void priority(ActivityDataBuilder builder, @Nullable ActivityPriority priority) {
    if (priority != null) {
      builder.priority(priority);
    }
  }

  private static HasValue<?, ActivityPriority> priorities() {
    var select = new Select<ActivityPriority>();
    select.setLabel(ActivityTexts.label(ActivityField.PRIORITY));
    select.setItems(ActivityPriority.values());
    select.setItemLabelGenerator(ActivityTexts::priority);
    return select;
  }

  private static HasValue<?, Integer> minutes() {
    var field = new MinutesField();
    field.setLabel(ActivityTexts.label(ActivityField.MINUTES));
    return field;
  }

  private static HasValue<?, String> place() {
    var field = new TextField(ActivityTexts.label(ActivityField.PLACE));
    field.setMaxLength(ActivityRules.MAX_PLACE);
    return field;
  }

  private static HasValue<?, String> description() {
    var field = new TextArea(ActivityTexts.label(ActivityField.DESCRIPTION));
    field.setMaxLength(ActivityRules.MAX_DESCRIPTION);
    field.setMinRows(4);
    return field;
  }
}
