package eu.rempart.ops.backup;

import eu.rempart.common.CountryCode;
import eu.rempart.ops.backup.BackupRepository.Added;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.DestinationAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Backups for whoever looks after this machine, by the database's owner: the running application
 * does what is asked for.
 */
public final class OperatorBackups {

  private final BackupRepository repository;
  private final RunRepository runs;

  OperatorBackups(BackupRepository repository, RunRepository runs) {
    this.repository = repository;
    this.runs = runs;
  }

  /** In the order in which they were added. */
  public List<Destination> destinations() {
    return repository.destinations().stream().map(Added::destination).toList();
  }

  /** Those that the log of the database goes on without, with since when. */
  public Map<UUID, Instant> leftOut() {
    Map<UUID, Instant> out = new HashMap<>();
    for (Added each : repository.destinations()) {
      if (each.leftOut() != null) {
        out.put(each.destination().id(), each.leftOut());
      }
    }
    return out;
  }

  /**
   * Adds a destination.
   *
   * @param hostKeys as {@link Destination#hostKeys}
   * @param later whether its first backups wait for the next time at which backups are due
   * @return false if there is one at this address already
   */
  public boolean add(
      DestinationAddress address,
      CountryCode country,
      String hostKeys,
      boolean later,
      Instant now) {
    return repository.add(address, country, hostKeys, later, now);
  }

  /**
   * Sends nothing more to a destination, and ends what goes on there; what lies there stays.
   *
   * @return false if there is none of this number
   */
  public boolean remove(int place, Instant now) {
    Optional<UUID> gone = repository.remove(place, now);
    gone.ifPresent(
        id ->
            runs(now).stream()
                .filter(run -> run.state().isOpen() && run.cell().destination().equals(id))
                .forEach(run -> runs.cancel(run.id(), now)));
    return gone.isPresent();
  }

  /** Asks for something; asked for twice it is done once. */
  public void ask(BackupCell cell, Act act, Instant now) {
    runs.ask(cell, act, false, now, null);
  }

  /** Has everything end that goes on or waits. */
  public void cancelAll(Instant now) {
    List<BackupRun> open = runs(now).stream().filter(run -> run.state().isOpen()).toList();
    open.forEach(run -> runs.cancel(run.id(), now));
    if (!open.isEmpty()) {
      repository.tell("backup.cancel", Map.of("runs", Integer.toString(open.size())));
    }
  }

  /** Notes in the ledger that somebody had the kit. */
  public void kitIsTaken() {
    repository.tell("backup.kit", Map.of());
  }

  /** The latest of each kind and outcome, the latest first. */
  public List<BackupRun> runs(Instant now) {
    return runs.latest(now);
  }
}
