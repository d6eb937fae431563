package eu.rempart.exchange.run;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.db.Change;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Takes imports back. */
@Service
public class ImportUndo {

  private static final Logger log = LoggerFactory.getLogger(ImportUndo.class);

  private final ImportRunRepository repository;
  private final Doors doors;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final ImportThreads threads;

  ImportUndo(
      ImportRunRepository repository,
      Doors doors,
      Writes writes,
      Rights rights,
      CurrentMember current,
      ImportThreads threads) {
    this.repository = repository;
    this.doors = doors;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.threads = threads;
  }

  /**
   * How many records taking an import back would move to the bin: those that it created, also along
   * with rows about others, and that nobody changed since.
   */
  public int created(UUID id) {
    rights.require(Right.IMPORT_RECORDS);
    return repository
        .find(id)
        .filter(run -> run.isShownTo(current))
        .map(run -> repository.created(run.changeId()))
        .orElse(0);
  }

  /**
   * Takes a done import back, in the background and as one transaction: what it created goes to the
   * bin, what it updated gets its former values; records that somebody changed since are left alone
   * and counted.
   *
   * @return ends when searches see it; empty where the import isn't done, was undone already, or is
   *     somebody else's and the member may not see every record
   * @throws ImportBusyException while an import or another undo runs
   */
  public CompletableFuture<Optional<UndoneImport>> start(UUID id) {
    rights.require(Right.IMPORT_RECORDS);
    threads.claim();
    CompletableFuture<Optional<UndoneImport>> undone = new CompletableFuture<>();
    try {
      threads.start(lease -> end(undone, id));
    } catch (RuntimeException e) {
      threads.release();
      throw e;
    }
    return undone;
  }

  private void end(CompletableFuture<Optional<UndoneImport>> undone, UUID id) {
    try {
      Optional<UndoneImport> answer;
      try {
        answer = takeBack(id);
      } finally {
        threads.release(); // before it is told: the next import may begin at once
      }
      undone.complete(answer);
    } catch (RuntimeException | Error e) {
      log.error("An import could not be undone; nothing was changed", e);
      undone.completeExceptionally(e);
    }
  }

  private Optional<UndoneImport> takeBack(UUID id) {
    Touched touched = new Touched(new Sink.Nowhere());
    Optional<UndoneImport> undone =
        repository
            .find(id)
            // a part of it would come back, and the import would count as undone
            .filter(run -> run.isShownTo(current))
            .flatMap(
                run -> writes.inTransaction(Reason.UNDO, change -> takeBack(run, change, touched)));
    touched.awaitIndex(doors, (_, _) -> {});
    return undone;
  }

  private Optional<UndoneImport> takeBack(ImportRun run, Change change, Touched touched) {
    repository.alone();
    if (!repository.undone(run.id(), current.id())) {
      return Optional.empty();
    }
    UndoneImport answer = repository.takeBack(run.changeId());
    touched.add(
        repository.companiesOf(change.id()),
        repository.contactsOf(change.id()),
        repository.dealsOf(change.id()),
        repository.activitiesOf(change.id()));
    return Optional.of(answer);
  }
}
