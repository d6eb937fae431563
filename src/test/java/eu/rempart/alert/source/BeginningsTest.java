package eu.rempart.alert.source;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.incident.IncidentLab;
import eu.rempart.db.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A machine may begin by a clock that is ahead, and is put right a minute later. */
class BeginningsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final IncidentLab lab = new IncidentLab(database);

  @Test
  void whoeverIsToldNextWaitsAsLongAsElse() {
    UUID ana = lab.engineer(lab.queue.email);
    UUID ben = lab.engineer(lab.queue.email);
    lab.onDuty(ana, ben);
    UUID id = lab.raise("test", "web");
    lab.pass(Duration.ofMinutes(1));
    lab.clock.set(lab.clock.instant().minus(Duration.ofHours(2)));
    lab.onDuty(ana, ben);
    new Beginnings(new BeginningQueries(database.app()), lab.clock).run();
    lab.pass(Duration.ofMinutes(4));
    assertThat(lab.queue.arrived(ben)).isEmpty();
    lab.pass(Duration.ofMinutes(1));
    assertThat(lab.queue.arrived(ben)).containsExactly("EMAIL ALARM");
    assertThat(lab.find(id).begunAt()).isBefore(lab.clock.instant());
  }
}
