package eu.rempart.alert.source;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.IncidentLab;
import eu.rempart.alert.queue.FakeChannel.Mood;
import eu.rempart.alert.queue.Notification;
import eu.rempart.alert.queue.QueueLab;
import eu.rempart.alert.queue.RoundsWatch;
import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alerts that nobody takes pile up where the watch sees them. */
class AlertMeterTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void whatWaitsIsCountedUntilItIsTaken() {
    IncidentLab lab = new IncidentLab(database);
    AlertMeter meter = new AlertMeter(lab.queue.queue);
    assertThat(meter.level()).isEqualTo(Level.ALERT_QUEUE);
    assertThat(Level.ALERT_QUEUE.isCount()).isTrue();
    UUID ana = lab.engineer(lab.queue.email);
    lab.queue.email.mood = Mood.BUSY;
    for (int i = 0; i < 3; i++) {
      lab.queue.queue.tell(
          ana, Notification.plain(MessageKind.ALARM, Severity.WARNING, "t", "", null));
    }
    assertThat(meter.read()).isEqualTo(3);
    lab.queue.deliver();
    assertThat(meter.read()).as("tried, and not taken").isEqualTo(3);
    lab.queue.email.mood = Mood.FINE;
    lab.pass(Duration.ofMinutes(1));
    assertThat(meter.read()).isZero();
  }

  @Test
  void whatNobodyLooksAtThoughItIsDueIsNoSignOfLife() {
    IncidentLab lab = new IncidentLab(database);
    AlertsGoOut vital = new AlertsGoOut(lab.queue.queue, rounds(lab));
    lab.queue.queue.tell(
        lab.engineer(lab.queue.email),
        Notification.plain(MessageKind.ALARM, Severity.WARNING, "t", "", null));
    assertThat(vital.isWell()).isTrue();
    lab.clock.pass(Duration.ofMinutes(11));
    assertThat(vital.isWell()).isFalse();
    lab.queue.deliver();
    assertThat(vital.isWell()).isTrue();
  }

  private static RoundsWatch rounds(IncidentLab lab) {
    return QueueLab.rounds(database, lab.clock, "source-one", "source-two");
  }

  /** Nothing waits, since nobody finds anything: that is why it is asked apart. */
  @Test
  void aSchedulerThatIsDeadIsNoSignOfLife() {
    IncidentLab lab = new IncidentLab(database);
    AlertsGoOut vital = new AlertsGoOut(lab.queue.queue, rounds(lab));
    assertThat(vital.isWell()).as("before it began").isTrue();
    due("source-one", lab.clock.instant().plusSeconds(10));
    due("source-two", lab.clock.instant().minusSeconds(20));
    due("removed-since", lab.clock.instant().minus(Duration.ofDays(10)));
    assertThat(vital.rounds().late()).isEqualTo(Duration.ofSeconds(20));
    assertThat(vital.isWell()).isTrue();
    lab.clock.pass(AlertsGoOut.DEAD);
    assertThat(vital.isWell()).isFalse();
    database
        .owner()
        .execute("UPDATE alert_task SET execution_time = ?::timestamptz", at(lab.clock.instant()));
    assertThat(vital.isWell()).isTrue();
  }

  private static void due(String round, Instant when) {
    database
        .owner()
        .execute(
            "INSERT INTO alert_task (task_name, task_instance, execution_time, picked, version)"
                + " VALUES (?, 'recurring', ?::timestamptz, false, 1)",
            round,
            at(when));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
