package eu.rempart.activity.reminder.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import eu.rempart.WithFirm;
import eu.rempart.account.CurrentMember;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.reminder.ReminderService;
import eu.rempart.activity.value.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReminderWatchTest extends WithFirm {

  @Autowired private ReminderWatch watch;
  @Autowired private ActivityService activities;
  @Autowired private ReminderService reminders;
  @Autowired private CurrentMember current;

  /** Others of the same firm may have left theirs. */
  @BeforeEach
  void nothingIsDue() {
    reminders.seen(reminders.due().stream().map(ActivityRow::id).toList());
  }

  private void soon(String subject) {
    activities.create(
        ActivityData.builder()
            .ownerId(current.id())
            .subject(subject)
            .when(new When(Instant.now().plusSeconds(300), ZoneId.of("Europe/Paris")))
            .reminders(List.of(15))
            .build(),
        ActivityLinks.NONE);
  }

  @Test
  void anOpenPageIsTold() {
    open("contacts", "");
    soon("Jetzt gleich");

    watch.tick();
    roundTrip();

    assertThat(says("Jetzt gleich")).isTrue();
    click("Open");
    assertThat(find(com.vaadin.flow.component.html.H1.class).single().getText())
        .isEqualTo("Jetzt gleich");
  }

  @Test
  void wallShowsNoReminderAndLeavesItForAPage() {
    open("security/wall", "");
    soon("Nur für mich");
    watch.tick();
    roundTrip();
    assertThat(find(Notification.class).exists()).isFalse();

    open("contacts", "");
    watch.tick();
    roundTrip();
    assertThat(says("Nur für mich")).isTrue();
  }
}
