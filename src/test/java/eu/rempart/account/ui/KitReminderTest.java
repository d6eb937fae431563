package eu.rempart.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.account.setup.RecoveryKitService;
import eu.rempart.shell.part.BannerBar;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The recovery kit is asked for on every page, covers nothing, and waits for a day. */
class KitReminderTest extends WithFirm {

  @Autowired private KitReminder reminder;
  @Autowired private RecoveryKitService kits;

  /** Whatever became of the kit in other tests, it lies where the operator can read it here. */
  @BeforeEach
  void kitLiesAbout() throws IOException {
    Files.writeString(kits.file(), "a kit");
  }

  @AfterEach
  void kitIsMoved() throws IOException {
    actAs(Role.ADMINISTRATOR);
    Files.deleteIfExists(kits.file());
  }

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
