package eu.rempart.activity.reminder.ui;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReminderWatchTest extends WithFirm {

  @Autowired private ReminderWatch watch;
  @Autowired private ActivityService activities;
  @Autowired private ReminderService reminders;
  @Autowired private CurrentMember current;

  @Test
  void anOpenPageIsTold() {
    // others of the same firm may have left theirs
    reminders.seen(reminders.due().stream().map(ActivityRow::id).toList());
    open("contacts", "");
    activities.create(
        ActivityData.builder()
            .ownerId(current.id())
            .subject("Jetzt gleich")
            .when(new When(Instant.now().plusSeconds(300), ZoneId.of("Europe/Paris")))
            .reminders(List.of(15))
            .build(),
        ActivityLinks.NONE);

    watch.tick();
    roundTrip();

    assertThat(says("Jetzt gleich")).isTrue();
    click("Open");
    assertThat(find(com.vaadin.flow.component.html.H1.class).single().getText())
        .isEqualTo("Jetzt gleich");
  }
}
