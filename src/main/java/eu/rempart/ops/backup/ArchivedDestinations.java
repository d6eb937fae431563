package eu.rempart.ops.backup;

import eu.rempart.kernel.place.Outgoing;
import eu.rempart.ops.backup.BackupRepository.Added;
import eu.rempart.ops.backup.engine.BackupEngine;
import eu.rempart.ops.backup.engine.BackupEngine.Unprepared;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.ops.backup.program.RunControl;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the log of the database goes, and why it does not go elsewhere. For one thread. */
final class ArchivedDestinations {

  private static final Logger log = LoggerFactory.getLogger(ArchivedDestinations.class);

  /** After which a destination that has no repository yet is tried again. */
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final BackupEngine engine;
  private final BackupRepository repository;
  private final JudgedDestinations judged;
  private final AbsentDisk disks;
  private final InstantSource clock;

  private List<Destination> known = List.of();
  private List<Unprepared> unprepared = List.of();
  private final Set<UUID> refused = new HashSet<>();
  private volatile Instant tried = Instant.EPOCH;

  /** Whether the log waits though all are there: a pause would free nobody. */
  private volatile boolean inVain;

  ArchivedDestinations(
      BackupEngine engine,
      BackupRepository repository,
      RunRepository runs,
      Outgoing outgoing,
      InstantSource clock) {
    this.engine = engine;
    this.repository = repository;
    this.judged = new JudgedDestinations(outgoing);
    this.disks = new AbsentDisk(repository, runs);
    this.clock = clock;
  }

  /**
   * Also archives to what is new, and no more to what is gone or refused.
   *
   * @return whether anything changed
   */
  boolean use(List<Destination> present, RunControl control) throws IOException {
    Instant now = clock.instant();
    boolean again =
        known.stream().anyMatch(this::isAwaited)
            || (!now.isBefore(tried.plus(AGAIN))
                && (!unprepared.isEmpty() || engine.isLogWaiting()));
    List<Unprepared> away = new ArrayList<>();
    List<Destination> allowed = new ArrayList<>();
    for (Destination each : present) {
      Optional<BackupFailedException> absent = absent(each, now);
      absent.ifPresent(reason -> away.add(new Unprepared(each, reason)));
      if (absent.isEmpty() && each.at() != null) {
        allowed.add(each);
      }
      leaveOutRefused(each, now);
    }
    boolean looked = !now.isBefore(tried.plus(AGAIN));
    if (looked) {
      tried = now;
    }
    if (allowed.equals(known) && !again && !engine.hasMoved()) {
      inVain &= !looked;
      return false;
    }
    tried = now;
    int before = unprepared.size();
    unprepared = Stream.concat(engine.use(allowed, control).stream(), away.stream()).toList();
    for (Unprepared each : unprepared) {
      if (!isAwaited(each.destination())) {
        if (engine.leads()) {
          repository.leaveOut(each.destination().id(), now);
        }
        log.warn(
            "nothing is archived to {}: {}",
            each.destination().address(),
            each.reason().getMessage());
      }
    }
    inVain = unprepared.isEmpty() && engine.isLogWaiting();
    boolean changed = !allowed.equals(known) || unprepared.size() < before;
    known = List.copyOf(allowed);
    return changed;
  }

  /** Once its country is allowed again, a part of the log is missing there as after any absence. */
  private void leaveOutRefused(Destination destination, Instant now) {
    if (destination.at() != null) {
      refused.remove(destination.id());
    } else if (refused.add(destination.id()) && engine.leads()) {
      repository.leaveOut(destination.id(), now);
    }
  }

  /**
   * Whether so much of the log waits that what goes on has to end, so that the one which is away is
   * left out: pgBackRest would drop the log of all. Any thread may ask.
   */
  boolean mustGiveWay() throws IOException {
    return !inVain && !clock.instant().isBefore(tried.plus(AGAIN)) && engine.isLogWaiting();
  }

  private Optional<BackupFailedException> absent(Destination destination, Instant now)
      throws IOException {
    try {
      return disks.reasonAgainst(destination, now);
    } catch (AccessDeniedException e) {
      return Optional.empty(); // each run at it says so
    }
  }

  /** Why nothing is archived to a destination; empty where it is. */
  private Optional<BackupFailedException> reasonAgainst(UUID destination) {
    return unprepared.stream()
        .filter(each -> each.destination().id().equals(destination))
        .map(Unprepared::reason)
        .findFirst();
  }

  /**
   * Since when the log went on without those that it goes to again: a part of it is missing there,
   * so nothing that lies there can be followed by it.
   */
  Map<UUID, Instant> broken(List<Added> added) {
    Map<UUID, Instant> broken = new HashMap<>();
    for (Added each : added) {
      UUID id = each.destination().id();
      if (each.leftOut() != null && !refused.contains(id) && reasonAgainst(id).isEmpty()) {
        broken.put(id, each.leftOut());
      }
    }
    return broken;
  }

  /**
   * Whether the server that leads, which saw the destination just now as this one did, is at it.
   */
  boolean isAwaited(Destination destination) {
    return reasonAgainst(destination.id()).filter(each -> each.why() == Why.AWAITED).isPresent();
  }

  /** At its address of now; without one where nothing may be sent to it. */
  Destination judged(Destination destination) {
    try {
      return judged.judged(destination);
    } catch (IOException refused) {
      return destination; // each run at it says so
    }
  }

  /** As {@link JudgedDestinations#require}. */
  void requireAllowed(Destination destination) throws IOException {
    judged.require(destination);
  }

  /**
   * Goes on where the log goes to a destination, or no backup is complete.
   *
   * @throws BackupFailedException with the reason why it does not
   */
  void require(Destination destination, List<Destination> all, RunControl control)
      throws IOException {
    if (reasonAgainst(destination.id()).isPresent()) {
      tried = Instant.EPOCH;
      use(all, control);
    }
    Optional<BackupFailedException> reason = reasonAgainst(destination.id());
    if (reason.isPresent()) {
      throw reason.get();
    }
  }
}
