package eu.rempart.ops.backup;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.Round;
import eu.rempart.ops.backup.BackupState.Known;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Backups that are missing, proved bad or never proved, the database's log that does not go out, a
 * destination that shows another key, and a kit that nobody put away.
 */
final class BackupSource implements Round {

  private static final Duration LOG_VERY_LATE = Duration.ofMinutes(15);

  /** A destination may be away for less than this: its log is made up for by a whole backup. */
  private static final Duration LEFT_OUT = Duration.ofHours(1);

  private final BackupStates states;
  private final AlertService alerts;
  private final InstantSource clock;

  BackupSource(BackupStates states, AlertService alerts, InstantSource clock) {
    this.states = states;
    this.alerts = alerts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "source-backups";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void run() {
    alerts.sync(Sources.BACKUPS, requests(states.now(), clock.instant()));
  }

  /** What is wrong. */
  static List<AlertRequest> requests(BackupState state, Instant now) {
    List<AlertRequest> wrong = new ArrayList<>();
    if (state.destinations().isEmpty()) {
      return wrong; // that none were wished is no fault
    }
    for (BackupCell cell : state.cells()) {
      Known known = state.destination(cell.destination()).orElseThrow();
      age(state, cell, known, now, wrong);
      proof(state, cell, known, wrong);
    }
    state.servers().forEach(each -> drills(state, each, now, wrong));
    state.destinations().forEach(each -> hostKey(state, each, wrong));
    state.destinations().forEach(each -> leftOut(state, each, now, wrong));
    log(state, now, wrong);
    if (!state.isKitKept()) {
      wrong.add(request("backups:kit", Severity.WARNING, "backup-kit", List.of()));
    }
    return wrong;
  }

  private static void age(
      BackupState state, BackupCell cell, Known known, Instant now, List<AlertRequest> wrong) {
    Duration age = state.without(cell, now);
    if (age.compareTo(BackupState.OLD) <= 0) {
      return;
    }
    boolean critical = age.compareTo(BackupState.VERY_OLD) > 0;
    wrong.add(
        request(
            "backups:missing:" + key(cell),
            critical ? Severity.CRITICAL : Severity.WARNING,
            "backup-missing-" + cell.technology().key(),
            List.of(cell.server(), known.destination().address().toString(), hours(age))));
  }

  private static String hours(Duration age) {
    return Long.toString(age.toHours());
  }

  private static void proof(
      BackupState state, BackupCell cell, Known known, List<AlertRequest> wrong) {
    if (state.isBad(cell, Act.VERIFY) || state.isBad(cell, Act.DRILL)) {
      wrong.add(
          request(
              "backups:bad:" + key(cell),
              Severity.CRITICAL,
              "backup-bad-" + cell.technology().key(),
              List.of(cell.server(), known.destination().address().toString())));
    }
  }

  private static void drills(
      BackupState state, String server, Instant now, List<AlertRequest> wrong) {
    Duration since = Duration.between(state.lastProven(server), now);
    if (since.compareTo(BackupState.UNPROVEN) > 0) {
      wrong.add(
          request(
              "backups:drill:" + server,
              Severity.WARNING,
              "backup-unproven",
              List.of(server, Long.toString(since.toDays()))));
    }
  }

  private static void hostKey(BackupState state, Known known, List<AlertRequest> wrong) {
    boolean changed =
        state.runs().stream()
            .filter(run -> run.cell().destination().equals(known.destination().id()))
            .filter(run -> run.state().isJudged() || run.state() == BackupRun.State.UNCHECKED)
            .findFirst()
            .map(BackupRun::fault)
            .filter(fault -> fault.why().equals(Why.HOST_KEY.key()))
            .isPresent();
    if (changed) {
      wrong.add(
          request(
              "backups:host:" + known.destination().id(),
              Severity.CRITICAL,
              "backup-host-key",
              List.of(known.destination().address().toString())));
    }
  }

  /** A folder is for a disk that people carry away: that it is away is told once it is missed. */
  private static void leftOut(
      BackupState state, Known known, Instant now, List<AlertRequest> wrong) {
    Instant since = known.leftOut();
    if (since == null
        || known.destination().address().isHere()
        || Duration.between(since, now).compareTo(LEFT_OUT) < 0) {
      return;
    }
    boolean everywhere = state.destinations().stream().allMatch(each -> each.leftOut() != null);
    wrong.add(
        request(
            "backups:left-out:" + known.destination().id(),
            everywhere ? Severity.CRITICAL : Severity.WARNING,
            "backup-left-out",
            List.of(
                known.destination().address().toString(), hours(Duration.between(since, now)))));
  }

  private static void log(BackupState state, Instant now, List<AlertRequest> wrong) {
    state
        .logLate(now)
        .ifPresent(
            late ->
                wrong.add(
                    request(
                        "backups:log",
                        late.compareTo(LOG_VERY_LATE) > 0 ? Severity.CRITICAL : Severity.WARNING,
                        "backup-log-late",
                        List.of(Long.toString(late.toMinutes())))));
  }

  private static String key(BackupCell cell) {
    return "%s:%s:%s".formatted(cell.server(), cell.destination(), cell.technology().key());
  }

  private static AlertRequest request(
      String key, Severity severity, String what, List<String> facts) {
    return new AlertRequest(
        key, Sources.BACKUPS, "", severity, what, facts, "/backups", Ending.BY_SOURCE, null);
  }
}
