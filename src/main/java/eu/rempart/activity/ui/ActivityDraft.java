package eu.rempart.activity.ui;

import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import java.util.function.Consumer;

/** What the form's fields write into, one after the other. */
final class ActivityDraft {

  private ActivityData data;

  ActivityDraft(ActivityData data) {
    this.data = data;
  }

  ActivityData data() {
    return data;
  }

  void edit(Consumer<ActivityDataBuilder> change) {
    ActivityDataBuilder builder = data.toBuilder();
    change.accept(builder);
    data = builder.build();
  }
}
