package eu.rempart.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.shell.part.BannerBar;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The recovery kit is asked for on every page, covers nothing, and waits for a day. */
class KitReminderTest extends WithFirm {

  @Autowired private KitReminder reminder;

  @Test
  void laterLastsForThePersonWhoPressedIt() {
    open("contacts", "");
    int before = find(BannerBar.class).all().size();
    assertThat(offers("Later")).isTrue();
    assertThat(find(Notification.class).exists()).isFalse();

    click("Later");
    assertThat(find(BannerBar.class).all()).hasSize(before - 1);
    assertThat(reminder.create()).as("the next page load").isEmpty();
    actAs(Role.MEMBER);
    assertThat(reminder.create()).isEmpty();
  }
}
