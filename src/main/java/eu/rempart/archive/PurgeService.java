package eu.rempart.archive;

import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.NeedsFreshProof;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.db.Actor;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.history.Viewer;
import eu.rempart.history.Viewer.Act;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Removes from the bin for good, after a delay in which another administrator can stop it. The
 * database itself checks that an administrator asks, waits for the delay, and writes the ledger.
 */
@Service
public class PurgeService {

  /** Reason of a purge that an administrator asked for. */
  public static final Reason EMPTY_BIN = Reason.ofMany("empty-bin");

  private static final Logger LOG = LoggerFactory.getLogger(PurgeService.class);

  private final ArchiveQueries queries;
  private final Writes writes;
  private final Viewer viewer;
  private final FreshProof proof;
  private final PurgeDelay delay;
  private final Clock clock;

  @Autowired
  PurgeService(ArchiveQueries queries, Writes writes, Viewer viewer, FreshProof proof) {
    this(queries, writes, viewer, proof, Clock.systemUTC());
  }

  PurgeService(
      ArchiveQueries queries, Writes writes, Viewer viewer, FreshProof proof, Clock clock) {
    this.queries = queries;
    this.writes = writes;
    this.viewer = viewer;
    this.proof = proof;
    this.delay = new PurgeDelay(queries, viewer, clock);
    this.clock = clock;
  }

  /** How many entries lie in the bin: the number to type before it is emptied. */
  public int count() {
    viewer.require(Act.PURGE);
    return queries.entriesInBin();
  }

  /**
   * Asks for everything in the bin to be removed.
   *
   * @param typed what the administrator typed as {@link #count}
   * @return when it will be done; empty where the number is not right any more, or the bin is empty
   */
  @NeedsFreshProof(ProofPurpose.PURGE)
  public Optional<Instant> emptyBin(int typed) {
    viewer.require(Act.PURGE);
    proof.require(ProofPurpose.PURGE);
    return emptied(typed, null);
  }

  /**
   * As {@link #emptyBin(int)}, and sets at the same time how long purges wait: a longer time from
   * this one on, a shorter one later, see {@link #setDelay}. Where it is refused, the delay stays
   * as it was.
   *
   * @throws IllegalArgumentException if not 0 to 30 days
   */
  @NeedsFreshProof(ProofPurpose.PURGE)
  public Optional<Instant> emptyBin(int typed, Duration wanted) {
    viewer.require(Act.PURGE);
    proof.require(ProofPurpose.PURGE);
    return emptied(typed, wanted);
  }

  /** What lies there is read and counted once: what comes later is no part of it. */
  private Optional<Instant> emptied(int typed, @Nullable Duration wanted) {
    if (typed != queries.entriesInBin()) {
      return Optional.empty();
    }
    try {
      return carriedOut(
          writes.inTransaction(
              EMPTY_BIN,
              change -> {
                List<UUID> counted = queries.all();
                if (counted.isEmpty() || counted.size() != typed) {
                  return Optional.empty();
                }
                if (wanted != null && wanted.toDays() != delay.days()) {
                  delay.set(wanted);
                }
                delay.settle();
                return Optional.of(
                    queries
                        .requestPurge(change.id(), counted, EMPTY_BIN.code())
                        .orElseThrow(EmptiedMeanwhileException::new));
              }));
    } catch (EmptiedMeanwhileException e) {
      LOG.info("the bin was emptied by somebody else at the same moment");
      return Optional.empty();
    }
  }

  /** Takes back the delay that was set. */
  private static final class EmptiedMeanwhileException extends RuntimeException {}

  /** As {@link #emptyBin(int)}, for some entries. */
  @NeedsFreshProof(ProofPurpose.PURGE)
  public Optional<Instant> request(Collection<UUID> archiveIds) {
    viewer.require(Act.PURGE);
    proof.require(ProofPurpose.PURGE);
    Optional<Instant> due =
        writes.inTransaction(
            EMPTY_BIN,
            change -> {
              delay.settle();
              return queries.requestPurge(change.id(), archiveIds, EMPTY_BIN.code());
            });
    return carriedOut(due);
  }

  /** Does at once what need not wait. */
  private Optional<Instant> carriedOut(Optional<Instant> due) {
    if (due.isPresent() && !due.get().isAfter(clock.instant())) {
      carryOut();
    }
    return due;
  }

  /** Stops one that waits; false where it was done or stopped already. */
  public boolean stop(UUID purge) {
    viewer.require(Act.PURGE);
    return writes.inTransaction(EMPTY_BIN, change -> queries.stopPurge(purge));
  }

  /** Those that wait, the next one first. */
  public List<Purge> waiting() {
    viewer.require(Act.ARCHIVE);
    return queries.waiting();
  }

  /** How many days a purge waits, 0 to 30. */
  public int delayDays() {
    viewer.require(Act.ARCHIVE);
    return delay.days();
  }

  /** A shorter delay that was set and does not hold yet. */
  public Optional<PendingDelay> pendingDelay() {
    viewer.require(Act.ARCHIVE);
    return delay.pending();
  }

  /**
   * Sets how long a purge waits, whenever its records were archived, which the ledger keeps: a
   * longer time from now on, a shorter one when the present delay has passed. Those that wait
   * already keep their day.
   *
   * @throws IllegalArgumentException if not 0 to 30 days
   */
  @NeedsFreshProof(ProofPurpose.PURGE)
  public void setDelay(Duration wanted) {
    viewer.require(Act.PURGE);
    proof.require(ProofPurpose.PURGE);
    writes.run(Reason.EDIT, change -> delay.set(wanted));
  }

  /** Does what is due. A purge that fails stays and is tried again; the next ones go on. */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void carryOut() {
    Instant now = clock.instant();
    for (Purge purge : queries.waiting()) {
      if (purge.dueAt().isAfter(now)) {
        return;
      }
      try {
        writes.inTransaction(
            Actor.SYSTEM,
            EMPTY_BIN,
            UUID.randomUUID(),
            change -> {
              queries.purge(purge.id());
              return purge;
            });
      } catch (RuntimeException e) {
        LOG.error("purge {} failed", purge.id(), e);
      }
    }
  }
}
