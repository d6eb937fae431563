package eu.rempart.alert.incident;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.queue.FakeChannel.Mood;
import eu.rempart.db.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An incident that would reach nobody reaches administrators, where they read their mail. */
class LastResortTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private IncidentLab lab = new IncidentLab(database);
  private String source = "test";

  @BeforeEach
  void begin() {
    lab = new IncidentLab(database);
    source = "test." + Long.toString(System.nanoTime(), 26).replaceAll("[0-9]", "z");
  }

  @AfterEach
  void end() {
    lab.duty.forget();
    lab.alerts.sync(source, List.of());
  }

  @Test
  void administratorsAreToldByMailWhenNobodyHasAChannel() {
    lab.engineer();
    UUID admin = lab.administrator();
    UUID id = lab.raise(source, "web");
    assertThat(lab.queue.arrived(admin)).containsExactly("EMAIL ALARM");
    assertThat(lab.story(id)).contains(StepKind.NOBODY, StepKind.LAST_RESORT, StepKind.TOLD);

    lab.pass(Duration.ofMinutes(10));
    assertThat(lab.queue.arrived(admin)).containsExactly("EMAIL ALARM", "EMAIL REMINDER");
    lab.alerts.resolve(source, source + ":web");
    lab.queue.deliver();
    assertThat(lab.queue.arrived(admin)).contains("EMAIL RESOLVED");
  }

  @Test
  void mailIsSpareWhileAnybodyIsReached() {
    UUID engineer = lab.engineer(lab.queue.sms);
    UUID admin = lab.administrator();
    UUID id = lab.raise(source, "web");
    lab.pass(Duration.ofMinutes(10));
    assertThat(lab.queue.arrived(engineer)).contains("SMS ALARM");
    assertThat(lab.queue.arrived(admin)).isEmpty();
    assertThat(lab.story(id)).doesNotContain(StepKind.LAST_RESORT);
  }

  @Test
  void administratorsAreToldOnceWhenAllChannelsFail() {
    lab.engineer(lab.queue.sms);
    UUID admin = lab.administrator(lab.queue.sms);
    lab.queue.sms.mood = Mood.REFUSES;
    UUID id = lab.raise(source, "web");
    assertThat(lab.queue.arrived(admin)).hasSize(1);
    assertThat(lab.story(id)).containsOnlyOnce(StepKind.LAST_RESORT);
  }

  @Test
  void mailThatFailsTooIsNotBegunAgainUntilTheReminder() {
    lab.administrator(lab.queue.sms);
    lab.queue.sms.mood = Mood.REFUSES;
    lab.queue.email.mood = Mood.REFUSES;
    UUID id = lab.raise(source, "web");
    assertThat(lab.story(id)).containsOnlyOnce(StepKind.LAST_RESORT);
    lab.pass(Duration.ofMinutes(10));
    assertThat(lab.story(id).stream().filter(StepKind.LAST_RESORT::equals)).hasSize(2);
  }

  @Test
  void storyNamesNoMailWithoutAMailServer() {
    lab.administrator();
    lab.queue.email.configured = false;
    UUID id = lab.raise(source, "web");
    assertThat(lab.story(id)).contains(StepKind.NOBODY).doesNotContain(StepKind.LAST_RESORT);
  }

  @Test
  void addressOfTheAccountIsNoChannelOfThePerson() {
    UUID admin = lab.administrator();
    assertThat(lab.queue.book.usable(admin)).isEmpty();
    assertThat(lab.queue.book.ways(admin)).isEmpty();
  }
}
