package eu.rempart.activity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomValues;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActivityTypedTest {

  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);
  private static final UUID THREE = new UUID(0, 3);

  private static final CustomValues SHOWN =
      CustomValues.NONE.with(ONE, "one").with(TWO, "two").with(THREE, "three");

  @Test
  void ofSeveralOwnFieldsOnlyThoseThatWereTypedInAreChanged() {
    ActivityData from =
        ActivityData.builder().subject("Before").recurrence("FREQ=DAILY").custom(SHOWN).build();
    ActivityData typed =
        from.toBuilder().recurrence(null).custom(SHOWN.with(TWO, "mine").with(THREE, "")).build();
    ActivityData meanwhile =
        from.toBuilder()
            .subject("Theirs")
            .custom(SHOWN.with(ONE, "theirs").with(TWO, "theirs"))
            .build();

    ActivityData after = new ActivityTyped(typed, ActivityLinks.NONE).change(from).apply(meanwhile);

    assertThat(after.custom()).isEqualTo(CustomValues.NONE.with(ONE, "theirs").with(TWO, "mine"));
    assertThat(after.subject()).isEqualTo("Theirs");
    assertThat(after.recurrence()).as("the rule is of all of them").isEqualTo("FREQ=DAILY");
  }

  @Test
  void whatMayNotBeFilledInStaysAsItWasToTheSingleOwnField() {
    ActivityData was = ActivityData.builder().subject("Before").custom(SHOWN).build();
    ActivityData typed =
        was.toBuilder().subject("Mine").custom(SHOWN.with(ONE, "mine").with(TWO, "mine")).build();

    ActivityData allowed =
        new ActivityTyped(typed, ActivityLinks.NONE)
            .without(Set.of("subject", CustomField.column(ONE)), was)
            .data();

    assertThat(allowed).isEqualTo(was.toBuilder().custom(SHOWN.with(TWO, "mine")).build());
  }
}
