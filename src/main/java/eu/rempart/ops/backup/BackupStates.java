package eu.rempart.ops.backup;

import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceRefusal;
import eu.rempart.kernel.place.PlaceRules;
import eu.rempart.ops.backup.BackupRepository.Added;
import eu.rempart.ops.backup.BackupRepository.Secret;
import eu.rempart.ops.backup.BackupState.Archiving;
import eu.rempart.ops.backup.BackupState.Known;
import eu.rempart.ops.backup.engine.log.WaitingLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what is known of backups. */
final class BackupStates {

  private final BackupRepository repository;
  private final RunRepository runs;
  private final BackupServers servers;
  private final WaitingLog log;
  private final BackupBoard board;
  private final DueBackups due;
  private final PlaceRules rules;
  private final InstantSource clock;

  /** When the log was first seen not to go out; null where it does. */
  private @Nullable Instant failingSince;

  BackupStates(
      BackupRepository repository,
      RunRepository runs,
      BackupServers servers,
      WaitingLog log,
      BackupBoard board,
      DueBackups due,
      PlaceRules rules,
      InstantSource clock) {
    this.repository = repository;
    this.runs = runs;
    this.servers = servers;
    this.log = log;
    this.board = board;
    this.due = due;
    this.rules = rules;
    this.clock = clock;
  }

  BackupState now() {
    List<Added> destinations = repository.destinations();
    return new BackupState(
        board.obstacle(),
        servers.all(),
        destinations.stream().map(this::known).toList(),
        runs.latest(clock.instant()),
        destinations.isEmpty() ? null : due.next(servers.all().size()),
        repository.secret().map(Secret::kitKept).orElse(null),
        archiving());
  }

  /** As seen from when it began to fail: the last part may be old, since nothing was written. */
  private synchronized Archiving archiving() {
    Archiving now = repository.archiving(log.since());
    if (!now.isFailing()) {
      failingSince = null;
      return now;
    }
    Instant since = failingSince == null ? clock.instant() : failingSince;
    failingSince = since;
    Instant failed = now.failed();
    return new Archiving(
        since, failed != null && failed.isAfter(since) ? failed : since.plusMillis(1), now.waits());
  }

  private Known known(Added added) {
    DataPlace place = BackupPlaces.of(added.destination());
    return new Known(
        added.destination(),
        added.at(),
        rules.refusal(place).map(PlaceRefusal::key).orElse(null),
        added.leftOut());
  }
}
