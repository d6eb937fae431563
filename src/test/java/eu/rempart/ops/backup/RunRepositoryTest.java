package eu.rempart.ops.backup;

import static eu.rempart.db.generated.Tables.BACKUP_RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.TestDatabase;
import eu.rempart.ops.backup.BackupRun.Fault;
import eu.rempart.ops.backup.BackupRun.Result;
import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.BackupSchedule.Past;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Made;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.ops.backup.engine.Technology;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs are asked for, begun and ended; each test is a server of its own. */
class RunRepositoryTest {

  @RegisterExtension private static final TestDatabase DATABASE = new TestDatabase();
  private static final AtomicInteger SERVERS = new AtomicInteger();
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private RunRepository runs;
  private Destination here;
  private String server;
  private BackupCell classic;
  private BackupCell image;

  @BeforeEach
  void set() {
    runs = new RunRepository(DATABASE.app());
    server = "server-" + SERVERS.incrementAndGet();
    here =
        TestDestinations.add(
            DATABASE.app(), "/disk/" + server, "FR", "", NOW.minus(Duration.ofDays(60)));
    classic = new BackupCell(server, here.id(), Technology.CLASSIC);
    image = new BackupCell(server, here.id(), Technology.IMAGE);
  }

  /** What goes on at one server keeps others from the same. */
  @AfterEach
  void end() {
    runs.breakOff(server, NOW);
  }

  private List<BackupRun> latest() {
    return runs.latest(NOW).stream().filter(run -> run.cell().server().equals(server)).toList();
  }

  private void ask(BackupCell cell, Act act) {
    runs.ask(cell, act, false, NOW, null);
  }

  /** Asks for one, and has it end. */
  private BackupRun ran(BackupCell cell, Act act, State state, Instant at) {
    runs.ask(cell, act, false, at, null);
    BackupRun run = runs.begin(server, at).orElseThrow();
    Fault fault = state == State.FAILED ? new Fault("full", "No space left") : null;
    runs.ended(run.id(), state, at.plus(MINUTE), fault);
    return run;
  }

  private Past past(Act act) {
    return runs.past(classic, act, NOW.minus(Duration.ofHours(1)), NOW);
  }

  @Test
  void oneServerWorksByATechnologyAtATime() {
    String site = server + "-b";
    ask(classic, Act.MAKE);
    BackupRun first = runs.begin(server, NOW).orElseThrow();
    ask(new BackupCell(site, here.id(), Technology.CLASSIC), Act.VERIFY);
    assertThat(runs.begin(site, NOW)).as("what the first writes would look damaged").isEmpty();
    ask(new BackupCell(site, here.id(), Technology.IMAGE), Act.MAKE);
    BackupRun beside = runs.begin(site, NOW).orElseThrow();
    assertThat(beside.cell().technology()).isEqualTo(Technology.IMAGE);
    runs.ended(beside.id(), State.DONE, NOW, null);

    DATABASE
        .app()
        .update(BACKUP_RUN)
        .set(
            BACKUP_RUN.TOLD_AT,
            DSL.currentOffsetDateTime().sub(DayToSecond.valueOf(MINUTE.multipliedBy(2))))
        .where(BACKUP_RUN.ID.eq(first.id()))
        .execute();
    assertThat(runs.begin(site, NOW)).as("the first was lost").isPresent();
    runs.breakOff(site, NOW);
  }

  @Test
  void whatIsAskedForTwiceIsDoneOnce() {
    ask(classic, Act.MAKE);
    ask(classic, Act.MAKE);
    ask(classic, Act.VERIFY);
    BackupRun first = runs.begin(server, NOW).orElseThrow();
    ask(classic, Act.MAKE);
    runs.ended(first.id(), State.DONE, NOW, null);
    assertThat(runs.begin(server, NOW)).map(BackupRun::act).hasValue(Act.VERIFY);
    assertThat(latest()).hasSize(2);
  }

  @Test
  void oldestIsBegun() {
    ask(image, Act.DRILL);
    ask(classic, Act.MAKE);
    BackupRun run = runs.begin(server, NOW.plus(MINUTE)).orElseThrow();
    assertThat(run.cell()).isEqualTo(image);
    assertThat(run.act()).isEqualTo(Act.DRILL);
    assertThat(run.state()).isEqualTo(State.RUNNING);
    assertThat(run.asked()).isEqualTo(NOW);
    assertThat(run.begun()).isEqualTo(NOW.plus(MINUTE));
    assertThat(runs.begin("server-of-nobody", NOW)).isEmpty();
  }

  @Test
  void serverDoesOneThingAtATime() {
    ask(classic, Act.MAKE);
    ask(image, Act.MAKE);
    BackupRun first = runs.begin(server, NOW).orElseThrow();
    assertThatThrownBy(() -> runs.begin(server, NOW)).hasMessageContaining("backup_run_one");
    BackupCell other = new BackupCell(server + "-b", here.id(), Technology.IMAGE);
    ask(other, Act.MAKE);
    runs.ended(runs.begin(other.server(), NOW).orElseThrow().id(), State.DONE, NOW, null);
    runs.ended(first.id(), State.DONE, NOW, null);
    assertThat(runs.begin(server, NOW)).map(BackupRun::cell).hasValue(image);
  }

  @Test
  void waitingRunIsCancelledAtOnceAndRunningOneIsTold() {
    ask(classic, Act.MAKE);
    ask(image, Act.MAKE);
    BackupRun running = runs.begin(server, NOW).orElseThrow();
    BackupRun waiting =
        latest().stream().filter(run -> run.cell().equals(image)).findFirst().orElseThrow();
    runs.cancel(waiting.id(), NOW);
    assertThat(runs.reached(running.id(), 0.25)).isFalse();
    runs.cancel(running.id(), NOW);
    assertThat(latest())
        .extracting(BackupRun::state)
        .containsExactly(State.CANCELLED, State.RUNNING);
    assertThat(runs.reached(running.id(), 0.5)).isTrue();
    assertThat(latest().getLast().part()).isEqualTo(0.5);
    runs.ended(running.id(), State.CANCELLED, NOW, null);
    runs.cancel(running.id(), NOW);
    assertThat(runs.begin(server, NOW)).isEmpty();
  }

  @Test
  void runOfAProcessThatEndedIsBrokenOff() {
    ask(classic, Act.MAKE);
    ask(image, Act.MAKE);
    assertThat(runs.begin(server, NOW)).isPresent();
    runs.breakOff("server-of-nobody", NOW);
    runs.breakOff(server, NOW.plus(MINUTE));
    assertThat(latest())
        .extracting(BackupRun::state)
        .containsExactly(State.WAITING, State.BROKEN_OFF);
    assertThat(latest().getLast().ended()).isEqualTo(NOW.plus(MINUTE));
    assertThat(past(Act.MAKE)).isEqualTo(new Past(null, 1, NOW.plus(MINUTE), false));
  }

  @Test
  void latestOfEachOutcomeIsTold() {
    ran(classic, Act.MAKE, State.DONE, NOW.minus(Duration.ofDays(41)));
    ran(classic, Act.DRILL, State.DONE, NOW.minus(Duration.ofDays(39)));
    ran(classic, Act.MAKE, State.FAILED, NOW.minus(Duration.ofHours(3)));
    BackupRun done = ran(classic, Act.MAKE, State.DONE, NOW.minus(Duration.ofHours(2)));
    BackupRun failed = ran(classic, Act.MAKE, State.FAILED, NOW.minus(Duration.ofHours(1)));
    BackupRun other = ran(image, Act.MAKE, State.DONE, NOW);
    assertThat(latest())
        .extracting(BackupRun::id)
        .startsWith(other.id(), failed.id(), done.id())
        .hasSize(4);
    assertThat(latest().get(1).fault()).isEqualTo(new Fault("full", "No space left"));
    assertThat(latest().get(2).part()).isEqualTo(1);
  }

  @Test
  void whatWasMadeAndProvenComesBackAsItIs() {
    ask(classic, Act.DRILL);
    BackupRun run = runs.begin(server, NOW).orElseThrow();
    Proof proof =
        new Proof(
            Set.of(Proof.Fault.LEDGER_BROKEN, Proof.Fault.PAGES_DAMAGED),
            NOW.plusNanos(1_000),
            "0246",
            new TreeMap<>(Map.of("contact", 7L, "deal", 8_000_000_000L)));
    runs.made(run.id(), new Made("20261201-083452F", 9_000_000_000L, 800, 3));
    runs.proven(run.id(), proof);
    runs.ended(run.id(), State.DONE, NOW, null);
    BackupRun kept = latest().getFirst();
    assertThat(kept.made()).isEqualTo(new Result("20261201-083452F", 9_000_000_000L, 800, 3));
    assertThat(kept.proof()).isEqualTo(proof);
    assertThat(kept.isGood()).isFalse();
  }

  @Test
  void whatAProgramSaidIsBounded() {
    ask(classic, Act.MAKE);
    BackupRun run = runs.begin(server, NOW).orElseThrow();
    runs.ended(run.id(), State.FAILED, NOW, new Fault("other", "\0" + "x".repeat(9_000)));
    Fault fault = latest().getFirst().fault();
    assertThat(fault).isNotNull();
    assertThat(fault.said()).hasSize(2_000).startsWith(" x");
  }

  @Test
  void pastCountsFromTheTimeThatIsDue() {
    assertThat(past(Act.MAKE)).isEqualTo(Past.NOTHING);
    Instant early = NOW.minus(Duration.ofHours(5));
    ran(classic, Act.MAKE, State.DONE, early);
    ran(classic, Act.MAKE, State.FAILED, early);
    ran(classic, Act.MAKE, State.CANCELLED, early);
    assertThat(past(Act.MAKE)).isEqualTo(new Past(early, 0, null, false));
    Instant late = NOW.minus(Duration.ofMinutes(30));
    ran(classic, Act.MAKE, State.FAILED, late);
    ran(classic, Act.MAKE, State.BROKEN_OFF, late.plus(MINUTE));
    assertThat(past(Act.MAKE)).isEqualTo(new Past(early, 2, late.plus(MINUTE).plus(MINUTE), false));
    ran(classic, Act.MAKE, State.CANCELLED, late);
    assertThat(past(Act.MAKE).cancelled()).isTrue();
    assertThat(past(Act.VERIFY)).isEqualTo(Past.NOTHING);
  }

  @Test
  void whatAClockThatWasAheadMadeHidesNothing() {
    ran(classic, Act.MAKE, State.DONE, NOW.minus(MINUTE));
    BackupRun before = latest().getFirst();
    ran(classic, Act.MAKE, State.DONE, NOW.plus(Duration.ofDays(1)));
    assertThat(latest()).extracting(BackupRun::id).containsExactly(before.id());
  }

  @Test
  void nothingOfAClockThatWasAheadCounts() {
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    ran(classic, Act.MAKE, State.DONE, tomorrow);
    ran(classic, Act.MAKE, State.FAILED, tomorrow);
    ran(classic, Act.MAKE, State.CANCELLED, tomorrow);
    assertThat(past(Act.MAKE)).isEqualTo(Past.NOTHING);
    ran(classic, Act.MAKE, State.DONE, NOW);
    assertThat(past(Act.MAKE)).isEqualTo(new Past(NOW, 0, null, false));
  }
}
