package eu.rempart.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.common.CountryCode;
import eu.rempart.ops.backup.BackupRun.Fault;
import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.BackupState.Archiving;
import eu.rempart.ops.backup.BackupState.Known;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.ops.backup.engine.Technology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Of what the channels are told. */
class BackupSourceTest {

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(90));
  private static final String ADDRESS = "sftp://b@dc1.example.org/x";
  private static final Archiving GOES_OUT = new Archiving(NOW.minusSeconds(30), null, null);

  private static final Proof PROVEN = new Proof(Set.of(), NOW, "0246", new TreeMap<>());

  private final List<BackupRun> runs = new ArrayList<>();
  private Instant added = LONG_AGO;
  private @Nullable Instant kitKept = NOW;
  private @Nullable Instant leftOut;
  private Archiving archiving = GOES_OUT;
  private Destination destination;
  private BackupCell classic;
  private BackupCell image;

  @BeforeEach
  void set() throws Exception {
    destination =
        new Destination(
            UUID.randomUUID(), 1, DestinationAddress.parse(ADDRESS), CountryCode.of("FR"), "");
    classic = new BackupCell("site-a", destination.id(), Technology.CLASSIC);
    image = new BackupCell("site-a", destination.id(), Technology.IMAGE);
  }

  private void ran(BackupCell cell, Act act, State state, Duration ago) {
    ran(cell, act, state, ago, null, null);
  }

  /** As the repository has them: the latest first, and of each outcome the latest alone. */
  private void ran(
      BackupCell cell,
      Act act,
      State state,
      Duration ago,
      @Nullable Fault fault,
      @Nullable Proof proof) {
    runs.removeIf(run -> run.cell().equals(cell) && run.act() == act && run.state() == state);
    Instant at = NOW.minus(ago);
    runs.addFirst(
        new BackupRun(
            runs.size() + 1L, cell, act, false, state, at, at, at, 1, null, fault, proof));
  }

  private void bothMade() {
    ran(classic, Act.MAKE, State.DONE, Duration.ofHours(1));
    ran(image, Act.MAKE, State.DONE, Duration.ofHours(1));
    ran(image, Act.DRILL, State.DONE, Duration.ofHours(30), null, PROVEN);
  }

  private List<AlertRequest> requests() {
    return BackupSource.requests(
        new BackupState(
            null,
            List.of("site-a"),
            List.of(new Known(destination, added, null, leftOut)),
            runs,
            null,
            kitKept,
            archiving),
        NOW);
  }

  private List<String> told() {
    return requests().stream().map(each -> each.what() + " " + each.severity()).toList();
  }

  @Test
  void nothingIsWrongWhereAllIsWell() {
    bothMade();
    assertThat(requests()).isEmpty();
  }

  @Test
  void nothingIsWrongWithoutDestinations() {
    BackupState none =
        new BackupState(
            null,
            List.of("server"),
            List.of(),
            List.of(),
            null,
            null,
            new Archiving(null, NOW, null));
    assertThat(BackupSource.requests(none, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"780, ''", "781, WARNING", "1500, WARNING", "1501, CRITICAL", "9999, CRITICAL"})
  void ageIsTold(int minutes, String severity) {
    bothMade();
    ran(image, Act.MAKE, State.DONE, Duration.ofMinutes(minutes));
    if (severity.isEmpty()) {
      assertThat(requests()).isEmpty();
      return;
    }
    AlertRequest only = requests().getFirst();
    assertThat(requests()).hasSize(1);
    assertThat(only.severity()).isEqualTo(Severity.valueOf(severity));
    assertThat(only.what()).isEqualTo("backup-missing-image");
    assertThat(only.facts()).containsExactly("site-a", ADDRESS, "" + minutes / 60);
    assertThat(only.path()).isEqualTo("/backups");
  }

  @Test
  void destinationThatNeverHadAnyIsAsOldAsItIs() {
    added = NOW.minus(Duration.ofHours(14));
    archiving = new Archiving(null, null, null);
    assertThat(told())
        .containsExactly("backup-missing-classic WARNING", "backup-missing-image WARNING");
    added = NOW.minus(Duration.ofHours(13));
    assertThat(requests()).isEmpty();
  }

  @Test
  void failedBackupsDoNotCount() {
    bothMade();
    ran(classic, Act.MAKE, State.DONE, Duration.ofHours(14));
    ran(classic, Act.MAKE, State.FAILED, Duration.ofHours(1));
    assertThat(told()).containsExactly("backup-missing-classic WARNING");
  }

  @Nested
  class Proofs {

    private static final Proof GOOD = new Proof(Set.of(), NOW, "0246", new TreeMap<>());
    private static final Proof BAD =
        new Proof(Set.of(Proof.Fault.LEDGER_BROKEN), NOW, "0246", new TreeMap<>());
    private static final Fault DAMAGED = new Fault("damaged", "checksum");

    private void drilled(State state, @Nullable Fault fault, @Nullable Proof proof) {
      ran(classic, Act.DRILL, state, Duration.ofMinutes(5), fault, proof);
    }

    @BeforeEach
    void make() {
      bothMade();
    }

    @Test
    void failedDrillIsCriticalUntilTheNextGoodOne() {
      drilled(State.DONE, null, GOOD);
      assertThat(requests()).isEmpty();
      drilled(State.FAILED, DAMAGED, null);
      assertThat(told()).containsExactly("backup-bad-classic CRITICAL");
      drilled(State.DONE, null, GOOD);
      assertThat(requests()).isEmpty();
    }

    @Test
    void drillThatFoundFaultsIsCritical() {
      drilled(State.DONE, null, BAD);
      assertThat(told()).containsExactly("backup-bad-classic CRITICAL");
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "BROKEN_OFF", "WAITING", "RUNNING"})
    void whatDidNotEndProvesNothing(State state) {
      drilled(state, null, null);
      assertThat(requests()).isEmpty();
      drilled(State.FAILED, DAMAGED, null);
      drilled(state, null, null);
      assertThat(told()).as("nor that it is good").containsExactly("backup-bad-classic CRITICAL");
    }

    @Test
    void goodDrillHasReadWhatWasDamaged() {
      ran(classic, Act.VERIFY, State.FAILED, Duration.ofMinutes(6), DAMAGED, null);
      assertThat(told()).containsExactly("backup-bad-classic CRITICAL");
      drilled(State.FAILED, DAMAGED, null);
      assertThat(told()).as("one incident of one backup").hasSize(1);
      drilled(State.DONE, null, GOOD);
      assertThat(requests()).isEmpty();
    }

    @Test
    void goodLookIsNoRestore() {
      drilled(State.FAILED, DAMAGED, null);
      ran(classic, Act.VERIFY, State.DONE, Duration.ofMinutes(1));
      assertThat(told()).containsExactly("backup-bad-classic CRITICAL");
    }
  }

  @Test
  void otherHostKeyIsCriticalUntilItIsTheRightOne() {
    bothMade();
    Fault other = new Fault("host-key", "Host key verification failed.");
    ran(image, Act.MAKE, State.FAILED, Duration.ofMinutes(9), other, null);
    AlertRequest only = requests().getFirst();
    assertThat(told()).containsExactly("backup-host-key CRITICAL");
    assertThat(only.facts()).containsExactly(ADDRESS);
    ran(classic, Act.MAKE, State.CANCELLED, Duration.ofMinutes(5));
    assertThat(told()).containsExactly("backup-host-key CRITICAL");
    ran(classic, Act.MAKE, State.DONE, Duration.ofMinutes(1));
    assertThat(requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"59, ''", "61, backup-left-out CRITICAL"})
  void destinationThatTheLogLeavesOutIsToldThoughBackupsAreYoung(int minutes, String wrong) {
    bothMade();
    leftOut = NOW.minus(Duration.ofMinutes(minutes));
    assertThat(told()).isEqualTo(wrong.isEmpty() ? List.of() : List.of(wrong));
  }

  @ParameterizedTest
  @CsvSource({"5, ''", "6, WARNING", "15, WARNING", "16, CRITICAL"})
  void lateLogIsTold(int minutes, String severity) {
    bothMade();
    archiving = new Archiving(NOW.minus(Duration.ofMinutes(minutes)), NOW.minusSeconds(5), null);
    assertThat(told())
        .isEqualTo(severity.isEmpty() ? List.of() : List.of("backup-log-late " + severity));
  }

  @ParameterizedTest
  @CsvSource({"5, ''", "6, WARNING", "16, CRITICAL"})
  void logThatGoesOutTooSlowlyIsToldToo(int minutes, String severity) {
    bothMade();
    archiving = new Archiving(NOW.minusSeconds(9), null, NOW.minus(Duration.ofMinutes(minutes)));
    assertThat(told())
        .isEqualTo(severity.isEmpty() ? List.of() : List.of("backup-log-late " + severity));
  }

  @Test
  void serverOfWhichNoBackupWasProvenForDaysIsTold() {
    bothMade();
    ran(image, Act.DRILL, State.DONE, Duration.ofDays(3), null, PROVEN);
    assertThat(requests()).isEmpty();
    ran(image, Act.DRILL, State.DONE, Duration.ofDays(4), null, PROVEN);
    assertThat(requests()).extracting(AlertRequest::facts).containsExactly(List.of("site-a", "4"));
    assertThat(told()).containsExactly("backup-unproven WARNING");
    added = NOW.minus(Duration.ofDays(2));
    assertThat(told()).as("there was no time for one").containsExactly();
  }

  @Test
  void logThatGoesOutOrNeverFailedIsNotLate() {
    bothMade();
    Instant hours = NOW.minus(Duration.ofHours(3));
    archiving = new Archiving(hours, hours.minusSeconds(5), null);
    assertThat(requests()).isEmpty();
    archiving = new Archiving(null, null, null);
    assertThat(requests()).isEmpty();
  }

  @Test
  void logIsNotLateBeforeTheFirstDestination() {
    added = NOW.minus(Duration.ofMinutes(4));
    archiving = new Archiving(NOW.minus(Duration.ofDays(9)), NOW, null);
    assertThat(requests()).isEmpty();
  }

  @Test
  void kitThatNobodyPutAwayIsTold() {
    bothMade();
    kitKept = null;
    assertThat(told()).containsExactly("backup-kit WARNING");
  }

  @Test
  void kitIsPutAwayAnewOnceItLacksADestination() {
    bothMade();
    kitKept = LONG_AGO;
    assertThat(requests()).isEmpty();
    added = NOW.minus(Duration.ofMinutes(1));
    assertThat(told()).containsExactly("backup-kit WARNING");
  }
}
