package eu.rempart.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.account.setup.RecoveryKitService;
import eu.rempart.home.HomeFolder;
import eu.rempart.shell.part.BannerBar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The recovery kit is asked for on every page, covers nothing, and waits for a day. */
class KitReminderTest extends WithFirm {

  @Autowired private KitReminder reminder;
  @Autowired private HomeFolder home;

  /** Other tests take the kit away; this one lays it there before a page is drawn. */
  @Override
  protected void arrive() {
    try {
      Files.writeString(home.resolve(RecoveryKitService.FILE), "a kit");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    super.arrive();
  }

  @AfterEach
  void kitIsMoved() throws IOException {
    Files.deleteIfExists(home.resolve(RecoveryKitService.FILE));
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
