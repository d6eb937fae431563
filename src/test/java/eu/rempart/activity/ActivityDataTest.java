package eu.rempart.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ActivityDataTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** As drafts keep it. */
  private static ActivityData again(String json) {
    return JSON.readValue(json, ActivityData.class);
  }

  @Test
  void remindersAreEachThereOnceTheNearestFirst() {
    ActivityData data = ActivityData.builder().reminders(List.of(60, 0, 60, 15)).build();

    assertThat(data.reminders()).containsExactly(0, 15, 60);
    assertThat(again(JSON.writeValueAsString(data))).isEqualTo(data);
  }

  @Test
  void aDraftOfTheTimeOfOneReminderKeepsIt() {
    String begun =
        "{\"kind\":\"TASK\",\"status\":\"OPEN\",\"priority\":\"NORMAL\",\"reminderMinutes\":%s}";

    assertThat(again(begun.formatted("15")).reminders()).containsExactly(15);
    assertThat(again(begun.formatted("null")).reminders()).isEmpty();
  }
}
