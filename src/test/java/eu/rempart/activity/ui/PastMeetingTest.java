package eu.rempart.activity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PastMeetingTest extends BrowserlessTest {

  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 9, 3, 14, 0);
  private static final Instant AT = BEGIN.toInstant(ZoneOffset.UTC);

  @Override
  protected Set<String> scanPackages() {
    return Set.of("eu.rempart.shell.field");
  }

  private static ActivityDataBuilder meeting() {
    return ActivityData.builder()
        .subject("Site visit")
        .kind(ActivityKind.MEETING)
        .when(When.at(BEGIN, ZoneOffset.UTC))
        .minutes(60);
  }

  private static String status(ActivityDataBuilder data, long minutesLater) {
    return ActivityTexts.status(data.build(), AT.plus(minutesLater, ChronoUnit.MINUTES));
  }

  @Test
  void meetingIsOverOnceItHasEnded() {
    assertThat(status(meeting(), -1)).isEqualTo("To do");
    assertThat(status(meeting(), 59)).isEqualTo("To do");
    assertThat(status(meeting(), 61)).isEqualTo("Over");
  }

  @Test
  void meetingOfDaysIsOverAfterTheLast() {
    var fair = meeting().when(When.on(LocalDate.of(2026, 9, 3))).minutes(2 * 1_440);

    assertThat(status(fair, 24 * 60)).isEqualTo("To do");
    assertThat(status(fair, 60 * 60)).isEqualTo("Over");
  }

  @Test
  void meetingThatWasMarkedSaysSo() {
    assertThat(status(meeting().status(ActivityStatus.DONE), 61)).isEqualTo("Done");
    assertThat(status(meeting().status(ActivityStatus.CANCELLED), 61)).isEqualTo("Cancelled");
  }

  @Test
  void callIsOverdueInPlaceOfOver() {
    var call = meeting().kind(ActivityKind.CALL);

    assertThat(status(call, 61)).isEqualTo("To do");
    assertThat(ActivityTexts.overdue(call.build(), AT.plus(1, ChronoUnit.HOURS))).isTrue();
  }
}
