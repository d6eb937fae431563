package eu.rempart.bulk;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.db.Actor;
import eu.rempart.db.Claims;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.search.rule.RuleOutdatedException;
import jakarta.annotation.PostConstruct;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * Changes many records in the background. A bulk change is one transaction: cancelled, failed or
 * killed, it leaves what was there before.
 */
@Service
public class BulkService {

  /** In the history of the records. */
  static final Reason BULK = Reason.ofMany("bulk");

  private static final Logger log = LoggerFactory.getLogger(BulkService.class);

  private final BulkRepository repository;
  private final Claims claims;
  private final BulkThreads threads;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;

  BulkService(
      BulkRepository repository,
      Claims claims,
      BulkThreads threads,
      Writes writes,
      Rights rights,
      CurrentMember current) {
    this.repository = repository;
    this.claims = claims;
    this.threads = threads;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
  }

  @PostConstruct
  void interruptLeft() {
    int interrupted = repository.interruptLeft(claims::isThere);
    if (interrupted > 0) {
      log.warn("{} bulk changes ended with their server; they changed nothing", interrupted);
    }
  }

  /** Begins a change; what it does to the records asks for the rights that this takes. */
  public BulkJob start(BulkOrder order) {
    rights.require(Right.WRITE_RECORDS);
    UUID id = Ids.next();
    UUID changeId = UUID.randomUUID();
    UUID member = current.id();
    BulkJob job = new BulkJob(id, order.total());
    repository.begin(id, claims.here(), member, order, changeId);
    try {
      threads.start(() -> attempt(job, order, member, changeId));
    } catch (RuntimeException e) {
      repository.end(id, BulkState.FAILED, 0, 0);
      throw e;
    }
    return job;
  }

  private void attempt(BulkJob job, BulkOrder order, UUID member, UUID changeId) {
    BulkState end = BulkState.FAILED;
    try {
      List<UUID> all = write(job, order, member, changeId);
      end = BulkState.DONE;
      job.keep(all);
      seen(() -> order.seen().await(all));
    } catch (CancellationException _) {
      end = BulkState.CANCELLED;
      repository.end(job.id(), end, 0, 0);
    } catch (AccessDeniedException _) {
      job.refuse();
      repository.end(job.id(), end, 0, 0);
    } catch (RuleOutdatedException _) {
      job.outdate();
      repository.end(job.id(), end, 0, 0);
    } catch (RuntimeException | Error e) {
      log.error("A bulk change failed; it changed nothing", e);
      repository.end(job.id(), end, 0, 0);
    } finally {
      job.end(end);
    }
  }

  private List<UUID> write(BulkJob job, BulkOrder order, UUID member, UUID changeId) {
    List<UUID> all = new ArrayList<>();
    writes.run(
        Actor.manual(member),
        BULK,
        changeId,
        change -> {
          repository.awaitTurn();
          try (Stream<List<UUID>> batches = order.ids().get()) {
            for (Iterator<List<UUID>> each = batches.iterator(); each.hasNext(); ) {
              List<UUID> batch = each.next();
              if (job.isCancelled()) {
                throw new CancellationException("the bulk change was cancelled");
              }
              all.addAll(batch);
              job.progressed(batch.size(), order.step().apply(batch));
            }
          }
          if (job.isCancelled()) {
            throw new CancellationException("the bulk change was cancelled");
          }
          if (!repository.end(
              job.id(), BulkState.DONE, job.changed(), job.done() - job.changed())) {
            throw new IllegalStateException("the bulk change %s runs no more".formatted(job.id()));
          }
        });
    return all;
  }

  /** What is written is written: the index being late must not make it look failed. */
  private static void seen(Runnable index) {
    try {
      index.run();
    } catch (RuntimeException e) {
      log.warn("The index is not up to date with a bulk change yet: {}", e.getClass().getName());
    }
  }

  /** The latest changes: one's own, or all for who may restore others' and reaches every record. */
  public List<BulkRun> recent() {
    rights.require(Right.READ_RECORDS);
    interruptLeft();
    return repository.recent(reachesAll() ? Optional.empty() : Optional.of(current.id()));
  }

  /** Of a change of records that the member may not all reach, a part alone would come back. */
  private boolean reachesAll() {
    return current.may(Right.RESTORE_RECORDS) && !current.rights().areNarrowed();
  }

  /**
   * Takes a done change back as a whole: what it changed gets its former values, what it archived
   * comes back. Records that somebody changed since are left alone. One's own, or anybody's for who
   * may restore others' records and reaches all of them.
   *
   * @param seen lets searches see it; called after the commit
   * @return a job that ends as UNDONE, or as FAILED where the change isn't done, was undone already
   *     or is somebody else's
   */
  public BulkJob undo(UUID id, Runnable seen) {
    rights.require(Right.WRITE_RECORDS);
    UUID member = current.id();
    boolean any = reachesAll();
    BulkJob job = new BulkJob(id, 0);
    threads.start(() -> attemptUndo(job, member, any, seen));
    return job;
  }

  private void attemptUndo(BulkJob job, UUID member, boolean any, Runnable seen) {
    BulkState end = BulkState.FAILED;
    try {
      if (takeBack(job, member, any)) {
        end = BulkState.UNDONE;
        seen(seen);
      }
    } catch (RuntimeException | Error e) {
      log.error("A bulk change could not be undone; nothing was changed", e);
    } finally {
      job.end(end);
    }
  }

  private boolean takeBack(BulkJob job, UUID member, boolean any) {
    Optional<BulkRun> run =
        repository.find(job.id()).filter(found -> any || found.startedBy().equals(member));
    if (run.isEmpty()) {
      return false;
    }
    return writes.inTransaction(
        Actor.manual(member),
        Reason.UNDO,
        UUID.randomUUID(),
        change -> {
          repository.awaitTurn();
          if (!repository.undone(job.id(), member)) {
            return false;
          }
          job.keep(repository.takeBack(run.get().changeId()));
          return true;
        });
  }
}
