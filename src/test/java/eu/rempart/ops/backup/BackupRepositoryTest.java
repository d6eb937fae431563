package eu.rempart.ops.backup;

import static eu.rempart.db.generated.Tables.BACKUP_DESTINATION;
import static eu.rempart.db.generated.Tables.BACKUP_RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.TestDatabase;
import eu.rempart.home.HomeFolder;
import eu.rempart.kernel.place.AllowedCountries;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.kernel.place.PlaceRules;
import eu.rempart.kernel.place.TestPlaces;
import eu.rempart.ops.backup.BackupRun.Fault;
import eu.rempart.ops.backup.BackupRun.Result;
import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.BackupSchedule.Past;
import eu.rempart.ops.backup.BackupState.Archiving;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Made;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.vault.operating.BackupSecret;
import eu.rempart.vault.operating.OperatingSeal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What was asked for, and what came of it; each test is a server of its own. */
class BackupRepositoryTest {

  @RegisterExtension private static final TestDatabase DATABASE = new TestDatabase();

  private static final AtomicInteger SERVERS = new AtomicInteger();
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private BackupRepository repository;
  private Destination here;
  private String server;
  private BackupCell classic;
  private BackupCell image;

  @BeforeEach
  void set() {
    repository = new BackupRepository(DATABASE.app());
    server = "server-" + SERVERS.incrementAndGet();
    here = TestDestinations.add(DATABASE.app(), "/disk/" + server, "FR", "", NOW.minusSeconds(9));
    classic = new BackupCell(server, here.id(), Technology.CLASSIC);
    image = new BackupCell(server, here.id(), Technology.IMAGE);
  }

  /** What goes on at one server keeps others from the same. */
  @AfterEach
  void end() {
    repository.breakOff(server, NOW);
  }

  @Test
  void startIsRefusedOnceTheCountryOfADestinationIsNotAllowedAnyMore() throws Exception {
    BackupPlaces places = new BackupPlaces(repository);
    places.require(TestPlaces.europe());
    PlaceRules german = new PlaceRules(AllowedCountries.of(List.of("DE")), false, false);
    assertThatThrownBy(() -> places.require(german))
        .isInstanceOfSatisfying(
            PlaceNotAllowedException.class,
            refused -> assertThat(refused.advice()).contains("./rempart backup remove"))
        .hasMessageContaining("place-not-allowed");
  }

  private List<BackupRun> runs() {
    return repository.latest(NOW).stream()
        .filter(run -> run.cell().server().equals(server))
        .toList();
  }

  private void ask(BackupCell cell, Act act) {
    repository.ask(cell, act, false, NOW, null);
  }

  /** Asks for one, and has it end. */
  private BackupRun ran(BackupCell cell, Act act, State state, Instant at) {
    repository.ask(cell, act, false, at, null);
    BackupRun run = repository.begin(server, at).orElseThrow();
    Fault fault = state == State.FAILED ? new Fault("full", "No space left") : null;
    repository.ended(run.id(), state, at.plus(MINUTE), fault);
    return run;
  }

  private Past past(Act act) {
    return repository.past(classic, act, NOW.minus(Duration.ofHours(1)), NOW);
  }

  @Test
  void destinationComesBackAsItIs() {
    String keys = "ecdsa-sha2-nistp256 AAAA\nssh-ed25519 AAAA";
    Destination remote =
        TestDestinations.add(
            DATABASE.app(), "sftp://b@[2001:db8::7]:2201/" + server, "DE", keys, NOW);
    assertThat(remote.address()).hasToString("sftp://b@[2001:db8::7]:2201/" + server);
    assertThat(remote.hostKeys()).isEqualTo(keys);
    assertThat(remote.country().value()).isEqualTo("DE");
    assertThat(remote.place()).isGreaterThan(here.place());
    assertThat(repository.destinations())
        .contains(new BackupRepository.Added(remote, NOW))
        .isSortedAccordingTo((a, b) -> a.destination().place() - b.destination().place());
    DATABASE
        .app()
        .update(BACKUP_DESTINATION)
        .set(BACKUP_DESTINATION.REMOVED_AT, NOW.atOffset(ZoneOffset.UTC))
        .where(BACKUP_DESTINATION.ID.eq(remote.id()))
        .execute();
    assertThat(repository.destinations())
        .extracting(BackupRepository.Added::destination)
        .doesNotContain(remote)
        .contains(here);
  }

  @Test
  void oneServerWorksByATechnologyAtATime() {
    String site = server + "-b";
    ask(classic, Act.MAKE);
    BackupRun first = repository.begin(server, NOW).orElseThrow();
    ask(new BackupCell(site, here.id(), Technology.CLASSIC), Act.VERIFY);
    assertThat(repository.begin(site, NOW))
        .as("what the first writes would look damaged")
        .isEmpty();
    ask(new BackupCell(site, here.id(), Technology.IMAGE), Act.MAKE);
    BackupRun beside = repository.begin(site, NOW).orElseThrow();
    assertThat(beside.cell().technology()).isEqualTo(Technology.IMAGE);
    repository.ended(beside.id(), State.DONE, NOW, null);

    DATABASE
        .app()
        .update(BACKUP_RUN)
        .set(
            BACKUP_RUN.TOLD_AT,
            DSL.currentOffsetDateTime().sub(DayToSecond.valueOf(MINUTE.multipliedBy(2))))
        .where(BACKUP_RUN.ID.eq(first.id()))
        .execute();
    assertThat(repository.begin(site, NOW)).as("the first was lost").isPresent();
    repository.breakOff(site, NOW);
  }

  @Test
  void serverSaysWhereItsFilesAre() {
    assertThat(repository.homeOf(server)).isEmpty();
    repository.tellServer(server, Path.of("/srv/old"), "rempart");
    repository.tellServer(server, Path.of("/srv/rempart"), "patroni");
    assertThat(repository.homeOf(server)).contains(Path.of("/srv/rempart"));
  }

  @Test
  void whatIsAskedForTwiceIsDoneOnce() {
    ask(classic, Act.MAKE);
    ask(classic, Act.MAKE);
    ask(classic, Act.VERIFY);
    BackupRun first = repository.begin(server, NOW).orElseThrow();
    ask(classic, Act.MAKE);
    repository.ended(first.id(), State.DONE, NOW, null);
    assertThat(repository.begin(server, NOW)).map(BackupRun::act).hasValue(Act.VERIFY);
    assertThat(runs()).hasSize(2);
  }

  @Test
  void oldestIsBegun() {
    ask(image, Act.DRILL);
    ask(classic, Act.MAKE);
    BackupRun run = repository.begin(server, NOW.plus(MINUTE)).orElseThrow();
    assertThat(run.cell()).isEqualTo(image);
    assertThat(run.act()).isEqualTo(Act.DRILL);
    assertThat(run.state()).isEqualTo(State.RUNNING);
    assertThat(run.asked()).isEqualTo(NOW);
    assertThat(run.begun()).isEqualTo(NOW.plus(MINUTE));
    assertThat(repository.begin("server-of-nobody", NOW)).isEmpty();
  }

  @Test
  void serverDoesOneThingAtATime() {
    ask(classic, Act.MAKE);
    ask(image, Act.MAKE);
    BackupRun first = repository.begin(server, NOW).orElseThrow();
    assertThatThrownBy(() -> repository.begin(server, NOW)).hasMessageContaining("backup_run_one");
    BackupCell other = new BackupCell(server + "-b", here.id(), Technology.IMAGE);
    ask(other, Act.MAKE);
    repository.ended(
        repository.begin(other.server(), NOW).orElseThrow().id(), State.DONE, NOW, null);
    repository.ended(first.id(), State.DONE, NOW, null);
    assertThat(repository.begin(server, NOW)).map(BackupRun::cell).hasValue(image);
  }

  @Test
  void waitingRunIsCancelledAtOnceAndRunningOneIsTold() {
    ask(classic, Act.MAKE);
    ask(image, Act.MAKE);
    BackupRun running = repository.begin(server, NOW).orElseThrow();
    BackupRun waiting =
        runs().stream().filter(run -> run.cell().equals(image)).findFirst().orElseThrow();
    repository.cancel(waiting.id(), NOW);
    assertThat(repository.reached(running.id(), 0.25)).isFalse();
    repository.cancel(running.id(), NOW);
    assertThat(runs()).extracting(BackupRun::state).containsExactly(State.CANCELLED, State.RUNNING);
    assertThat(repository.reached(running.id(), 0.5)).isTrue();
    assertThat(runs().getLast().part()).isEqualTo(0.5);
    repository.ended(running.id(), State.CANCELLED, NOW, null);
    repository.cancel(running.id(), NOW);
    assertThat(repository.begin(server, NOW)).isEmpty();
  }

  @Test
  void runOfAProcessThatEndedIsBrokenOff() {
    ask(classic, Act.MAKE);
    ask(image, Act.MAKE);
    assertThat(repository.begin(server, NOW)).isPresent();
    repository.breakOff("server-of-nobody", NOW);
    repository.breakOff(server, NOW.plus(MINUTE));
    assertThat(runs())
        .extracting(BackupRun::state)
        .containsExactly(State.WAITING, State.BROKEN_OFF);
    assertThat(runs().getLast().ended()).isEqualTo(NOW.plus(MINUTE));
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
    assertThat(runs())
        .extracting(BackupRun::id)
        .startsWith(other.id(), failed.id(), done.id())
        .hasSize(4);
    assertThat(runs().get(1).fault()).isEqualTo(new Fault("full", "No space left"));
    assertThat(runs().get(2).part()).isEqualTo(1);
  }

  @Test
  void whatWasMadeAndProvenComesBackAsItIs() {
    ask(classic, Act.DRILL);
    BackupRun run = repository.begin(server, NOW).orElseThrow();
    Proof proof =
        new Proof(
            Set.of(Proof.Fault.LEDGER_BROKEN, Proof.Fault.PAGES_DAMAGED),
            NOW.plusNanos(1_000),
            "0246",
            new TreeMap<>(Map.of("contact", 7L, "deal", 8_000_000_000L)));
    repository.made(run.id(), new Made("20261201-083452F", 9_000_000_000L, 800, 3));
    repository.proven(run.id(), proof);
    repository.ended(run.id(), State.DONE, NOW, null);
    BackupRun kept = runs().getFirst();
    assertThat(kept.made()).isEqualTo(new Result("20261201-083452F", 9_000_000_000L, 800, 3));
    assertThat(kept.proof()).isEqualTo(proof);
    assertThat(kept.isGood()).isFalse();
  }

  @Test
  void whatAProgramSaidIsBounded() {
    ask(classic, Act.MAKE);
    BackupRun run = repository.begin(server, NOW).orElseThrow();
    repository.ended(run.id(), State.FAILED, NOW, new Fault("other", "\0" + "x".repeat(9_000)));
    Fault fault = runs().getFirst().fault();
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
  void nothingOfAClockThatWasAheadCounts() {
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    ran(classic, Act.MAKE, State.DONE, tomorrow);
    ran(classic, Act.MAKE, State.FAILED, tomorrow);
    ran(classic, Act.MAKE, State.CANCELLED, tomorrow);
    assertThat(past(Act.MAKE)).isEqualTo(Past.NOTHING);
    ran(classic, Act.MAKE, State.DONE, NOW);
    assertThat(past(Act.MAKE)).isEqualTo(new Past(NOW, 0, null, false));
  }

  @Test
  void archivingIsAsPostgresqlSeesIt() {
    assertThat(repository.archiving()).isEqualTo(new Archiving(null, null));
  }

  @Test
  void secondServerGetsTheSameSecret(@TempDir Path folder) throws Exception {
    try (HomeFolder first = HomeFolder.open(folder.resolve("a"));
        HomeFolder second = HomeFolder.open(folder.resolve("b"));
        HomeFolder stranger = HomeFolder.open(folder.resolve("c"))) {
      BackupSecret made = new BackupSecrets(first, OperatingSeal.in(first), repository).get();
      second.folder("keys");
      Files.copy(first.resolve("keys/operating"), second.resolve("keys/operating"));
      BackupSecret before = BackupSecret.in(second);
      BackupSecret same = new BackupSecrets(second, OperatingSeal.in(second), repository).get();
      assertThat(same.groups()).isEqualTo(made.groups()).isNotEqualTo(before.groups());
      assertThat(BackupSecret.in(second).groups()).isEqualTo(made.groups());
      assertThat(second.resolve("keys/backup"))
          .hasSameBinaryContentAs(first.resolve("keys/backup"));

      BackupRepository.Secret kept = repository.secret().orElseThrow();
      assertThat(kept.sshKey()).isEqualTo(made.sshPublicKey());
      assertThat(kept.kitKept()).isNull();
      repository.save(new byte[] {1}, "ssh-ed25519 other");
      assertThat(repository.secret().orElseThrow().sshKey()).isEqualTo(made.sshPublicKey());
      UUID member = DATABASE.member("ADMINISTRATOR");
      repository.kitKept(NOW, member);
      assertThat(repository.secret().orElseThrow().kitKept()).isEqualTo(NOW);

      BackupSecrets ofAStranger =
          new BackupSecrets(stranger, OperatingSeal.in(stranger), repository);
      assertThatThrownBy(ofAStranger::get)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("keys/operating");
    }
  }
}
