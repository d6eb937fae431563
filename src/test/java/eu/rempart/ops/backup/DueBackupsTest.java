package eu.rempart.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.ops.backup.BackupRun.Fault;
import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.BackupState.Archiving;
import eu.rempart.ops.backup.BackupState.Known;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Made;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.ops.backup.engine.Technology;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two servers, two technologies, four destinations, by a clock that the test drives. */
class DueBackupsTest {

  @RegisterExtension private static final TestDatabase DATABASE = new TestDatabase();

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final List<String> SERVERS = List.of("site-a", "site-b");
  private static final Duration STEP = Duration.ofMinutes(10);
  private static final int STEPS_OF_A_DAY = 144;

  /** Steps in which what failed often is tried again. */
  private static final int LAST_PAUSE = 5;

  /** A Friday, so that the third day is a Sunday. */
  private static final Instant BEGIN =
      LocalDateTime.parse("2026-12-04T00:05").atZone(PARIS).toInstant();

  private final List<BackupRun> done = new ArrayList<>();
  private final List<BackupRun> failed = new ArrayList<>();
  private RunRepository runs;
  private Map<UUID, Instant> broken = Map.of();
  private List<Destination> destinations;
  private Map<String, DueBackups> due;
  private Instant now = BEGIN;

  @BeforeEach
  void set(TestInfo test) {
    runs = new RunRepository(DATABASE.app());
    destinations =
        IntStream.rangeClosed(1, 4)
            .mapToObj(
                i ->
                    TestDestinations.add(
                        DATABASE.app(),
                        "sftp://b@dc%d.example.org/%s"
                            .formatted(i, test.getDisplayName().replaceAll("\\W", "")),
                        "FR",
                        "",
                        now))
            .toList();
    due =
        SERVERS.stream()
            .collect(
                Collectors.toMap(
                    each -> each,
                    each ->
                        new DueBackups(
                            runs, BackupSchedule.of(PARIS, SERVERS.indexOf(each)), () -> now)));
  }

  /** What a worker would do, at once. */
  private void work(String server, boolean thirdIsAway) {
    Objects.requireNonNull(due.get(server)).ask(server, destinations, broken);
    for (BackupRun run = next(server); run != null; run = next(server)) {
      if (thirdIsAway && run.cell().destination().equals(destinations.get(2).id())) {
        runs.ended(run.id(), State.FAILED, now, new Fault("unreachable", ""));
        failed.add(run);
        continue;
      }
      runs.made(run.id(), new Made("label-" + run.id(), 1, 1, 0));
      if (run.act() == Act.DRILL) {
        runs.proven(run.id(), new Proof(Set.of(), now, "0246", new TreeMap<>()));
      }
      runs.ended(run.id(), State.DONE, now, null);
      done.add(run);
    }
  }

  @org.jspecify.annotations.Nullable
  private BackupRun next(String server) {
    return runs.begin(server, now).orElse(null);
  }

  private BackupState state() {
    return new BackupState(
        null,
        SERVERS,
        destinations.stream().map(each -> new Known(each, BEGIN, null, null)).toList(),
        runs.latest(now),
        null,
        BEGIN,
        new Archiving(now, null, null));
  }

  @Test
  void destinationThatTheLogLeftOutIsDueUntilItHasAWholeOne() {
    work("site-a", false);
    Destination first = destinations.getFirst();
    now = now.plusSeconds(60);
    done.clear();
    broken = Map.of(first.id(), now);
    now = now.plusSeconds(60);
    work("site-a", false);
    assertThat(done)
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.cell())
                  .isEqualTo(new BackupCell("site-a", first.id(), Technology.CLASSIC));
              assertThat(run.whole()).isTrue();
            });
    now = now.plusSeconds(60);
    work("site-a", false);
    assertThat(done).as("once is enough").hasSize(1);
  }

  @Test
  void sixteenCellsStayYoungAndOneThatFailsDelaysNoOther() {
    Duration oldest = Duration.ZERO;
    Duration oldestOfThird = Duration.ZERO;
    for (int step = 0; step < 3 * STEPS_OF_A_DAY; step++) {
      boolean thirdIsAway = step >= STEPS_OF_A_DAY && step < 2 * STEPS_OF_A_DAY;
      for (String server : SERVERS) {
        work(server, thirdIsAway);
      }
      BackupState state = state();
      assertThat(state.cells()).hasSize(16);
      for (BackupCell cell : state.cells()) {
        Duration age = state.age(cell, now).orElseThrow();
        if (cell.destination().equals(destinations.get(2).id())) {
          oldestOfThird = age.compareTo(oldestOfThird) > 0 ? age : oldestOfThird;
        } else {
          oldest = age.compareTo(oldest) > 0 ? age : oldest;
        }
      }
      if (step < STEPS_OF_A_DAY || step > 2 * STEPS_OF_A_DAY + LAST_PAUSE) {
        assertThat(told()).as("%s", now.atZone(PARIS)).filteredOn(each -> !isDrill(each)).isEmpty();
      }
      now = now.plus(STEP);
    }
    assertThat(oldest).isLessThanOrEqualTo(Duration.ofHours(13));
    assertThat(oldestOfThird).isBetween(Duration.ofHours(24), Duration.ofHours(37));
    wholesAreOfTheFirstAndOfSunday();
    failuresAreSpread();
    drillsTakeTurns();
  }

  @Test
  void nextAreThoseOfEitherServer() {
    DueBackups first = due.values().iterator().next();
    now = LocalDateTime.parse("2026-12-04T01:00").atZone(PARIS).toInstant();
    assertThat(first.next(1).atZone(PARIS).toLocalTime()).hasToString("12:30");
    assertThat(first.next(2).atZone(PARIS).toLocalTime()).hasToString("06:30");
  }

  private List<String> told() {
    return BackupSource.requests(state(), now).stream().map(each -> each.key()).toList();
  }

  private static boolean isDrill(String key) {
    return key.startsWith("backups:bad:");
  }

  private void wholesAreOfTheFirstAndOfSunday() {
    for (String server : SERVERS) {
      List<String> wholes =
          done.stream()
              .filter(run -> run.cell().equals(cell(server, 0, Technology.CLASSIC)))
              .filter(run -> run.act() == Act.MAKE && run.whole())
              .map(run -> run.asked().atZone(PARIS).toLocalDate().toString())
              .toList();
      assertThat(wholes).containsExactly("2026-12-04", "2026-12-06");
    }
    assertThat(done.stream().filter(run -> run.cell().technology() == Technology.IMAGE))
        .noneMatch(BackupRun::whole);
  }

  private BackupCell cell(String server, int destination, Technology technology) {
    return new BackupCell(server, destinations.get(destination).id(), technology);
  }

  private void failuresAreSpread() {
    List<Instant> tries =
        failed.stream()
            .filter(run -> run.cell().equals(cell("site-a", 2, Technology.IMAGE)))
            .filter(run -> run.act() == Act.MAKE)
            .map(BackupRun::asked)
            .limit(5)
            .toList();
    // looked at each ten minutes
    assertThat(
            IntStream.range(1, 5)
                .mapToObj(i -> Duration.between(tries.get(i - 1), tries.get(i)).toMinutes()))
        .containsExactly(10L, 20L, 50L, 50L);
  }

  private void drillsTakeTurns() {
    for (String server : SERVERS) {
      List<BackupCell> drilled =
          java.util.stream.Stream.concat(done.stream(), failed.stream())
              .filter(run -> run.act() == Act.DRILL && run.cell().server().equals(server))
              .map(BackupRun::cell)
              .toList();
      assertThat(drilled).as("one a day").hasSize(3).doesNotHaveDuplicates();
    }
  }

  @Test
  void clockThatWasADayAheadCostsNoBackup() {
    work("site-a", false);
    now = BEGIN.plus(Duration.ofDays(1)).plusSeconds(3600);
    work("site-a", false);
    int ahead = done.size();
    now = BEGIN.plusSeconds(7200);
    work("site-a", false);
    assertThat(done.stream().skip(ahead).filter(run -> run.act() == Act.MAKE))
        .as("those of half past midnight")
        .hasSize(8);
    work("site-a", false);
    assertThat(done).as("once").hasSize(ahead + 8);
  }
}
