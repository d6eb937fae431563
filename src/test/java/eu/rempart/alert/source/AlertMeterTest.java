package eu.rempart.alert.source;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.IncidentLab;
import eu.rempart.alert.queue.FakeChannel.Mood;
import eu.rempart.alert.queue.Notification;
import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Level;
import java.time.Duration;
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
    AlertsGoOut vital = new AlertsGoOut(lab.queue.queue);
    lab.queue.queue.tell(
        lab.engineer(lab.queue.email),
        Notification.plain(MessageKind.ALARM, Severity.WARNING, "t", "", null));
    assertThat(vital.isWell()).isTrue();
    lab.clock.pass(Duration.ofMinutes(11));
    assertThat(vital.isWell()).isFalse();
    lab.queue.deliver();
    assertThat(vital.isWell()).isTrue();
  }
}
