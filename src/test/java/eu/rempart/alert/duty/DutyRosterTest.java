package eu.rempart.alert.duty;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.queue.QueueLab;
import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pairs that are incomplete are found before they are needed. */
class DutyRosterTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration WEEK = Duration.ofDays(7);

  private QueueLab queue = new QueueLab(database, new HandClock());
  private DutyLab lab = new DutyLab(database, queue);

  @org.junit.jupiter.api.BeforeEach
  void begin() {
    queue = new QueueLab(database, new HandClock());
    lab = new DutyLab(database, queue);
  }

  @AfterEach
  void forget() {
    lab.forget();
  }

  @Test
  void nothingIsMissingWhereNothingWasSaid() {
    assertThat(lab.roster.ahead(WEEK)).isEmpty();
    assertThat(lab.roster.now()).isEqualTo(Duty.NOBODY);
  }

  @Test
  void aPairIsComplete() {
    UUID ana = queue.person(queue.email);
    UUID ben = queue.person(queue.sms);
    lab.rotate(new Duty(ana, ben));
    assertThat(lab.roster.now()).isEqualTo(new Duty(ana, ben));
    assertThat(lab.roster.ahead(WEEK)).hasSize(1).allMatch(each -> each.faults().isEmpty());
  }

  @Test
  void whoIsSuspendedIsNotOnDutyAndTheGapIsFound() {
    UUID ana = queue.person(queue.email);
    UUID ben = queue.person(queue.sms);
    lab.rotate(new Duty(ana, ben));
    lab.suspended.add(ana);
    assertThat(lab.roster.now()).isEqualTo(new Duty(null, ben));
    assertThat(lab.roster.ahead(WEEK).getFirst().faults()).containsExactly(DutyFault.SUSPENDED);
  }

  @Test
  void whoCannotBeReachedIsFound() {
    UUID ana = queue.person(queue.email);
    UUID ben = queue.person();
    lab.rotate(new Duty(ana, ben));
    assertThat(lab.roster.ahead(WEEK).getFirst().faults()).containsExactly(DutyFault.UNREACHABLE);
    queue.email.configured = false;
    assertThat(lab.roster.ahead(WEEK).getFirst().faults()).containsExactly(DutyFault.UNREACHABLE);
  }

  @Test
  void aGapAheadIsFound() {
    UUID ana = queue.person(queue.email);
    UUID ben = queue.person(queue.sms);
    lab.enter(DutyEntry.Kind.PAIR, ana, ben, Duration.ZERO, Duration.ofDays(2));
    lab.enter(DutyEntry.Kind.SWAP, ben, ana, Duration.ofDays(1), Duration.ofDays(1));
    List<Stretch> ahead = lab.roster.ahead(WEEK);
    assertThat(ahead).hasSize(3);
    assertThat(ahead.get(0).faults()).isEmpty();
    assertThat(ahead.get(1).faults()).containsExactly(DutyFault.ALONE);
    assertThat(ahead.get(2).faults()).containsExactly(DutyFault.NOBODY);
  }

  @Test
  void whatIsCalledOffSaysNothing() {
    UUID ana = queue.person(queue.email);
    UUID ben = queue.person(queue.sms);
    Rotation rotation = lab.rotate(new Duty(ana, ben));
    assertThat(lab.repository.rotations()).containsExactly(rotation);
    assertThat(lab.repository.cancel(rotation.id(), queue.clock.instant())).isTrue();
    assertThat(lab.repository.cancel(rotation.id(), queue.clock.instant())).isFalse();
    assertThat(lab.roster.now()).isEqualTo(Duty.NOBODY);
  }

  @Test
  void whatEndedLeavesAGapThatIsFound() {
    UUID ana = queue.person(queue.email);
    UUID ben = queue.person(queue.sms);
    lab.enter(DutyEntry.Kind.PAIR, ana, ben, Duration.ZERO, Duration.ofDays(2));
    queue.clock.pass(Duration.ofDays(2));
    assertThat(lab.roster.ahead(WEEK)).hasSize(1);
    assertThat(lab.roster.ahead(WEEK).getFirst().faults()).containsExactly(DutyFault.NOBODY);
  }

  @Test
  void whatIsCalledOffLeavesAGapUnlessItNeverBegan() {
    UUID ana = queue.person(queue.email);
    UUID ben = queue.person(queue.sms);
    DutyEntry slip = lab.enter(DutyEntry.Kind.PAIR, ana, ben, WEEK, WEEK);
    assertThat(lab.repository.cancel(slip.id(), queue.clock.instant())).isTrue();
    assertThat(lab.roster.ahead(WEEK)).isEmpty();
    Rotation rotation = lab.rotate(new Duty(ana, ben));
    queue.clock.pass(Duration.ofHours(1));
    assertThat(lab.repository.cancel(rotation.id(), queue.clock.instant())).isTrue();
    assertThat(lab.roster.ahead(WEEK).getFirst().faults()).containsExactly(DutyFault.NOBODY);
  }
}
