package eu.rempart.exchange.run;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.db.Actor;
import eu.rempart.db.Claims;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportedRows;
import eu.rempart.exchange.format.UnreadableFileException;
import eu.rempart.exchange.run.activity.ActivityPlanner;
import eu.rempart.exchange.run.deal.DealPlanner;
import eu.rempart.exchange.run.deal.DealRows;
import eu.rempart.exchange.run.result.Reasons;
import eu.rempart.exchange.run.result.RemarkedRows;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.search.SearchNotReadyException;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.lock.VaultLockedException;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Imports files in the background. An import is one transaction: cancelled, failed or killed, it
 * leaves what was there before.
 */
@Service
public class ImportService {

  private static final Logger log = LoggerFactory.getLogger(ImportService.class);

  private final Map<UUID, ImportJob> running = new ConcurrentHashMap<>();
  private final ImportRunRepository repository;
  private final Claims claims;
  private final Doors doors;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final VaultService vault;
  private final ImportThreads threads;

  ImportService(
      ImportRunRepository repository,
      Claims claims,
      Doors doors,
      Writes writes,
      Rights rights,
      CurrentMember current,
      VaultService vault,
      ImportThreads threads) {
    this.repository = repository;
    this.claims = claims;
    this.doors = doors;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.vault = vault;
    this.threads = threads;
  }

  @PostConstruct
  void interruptLeft() {
    int interrupted = repository.interruptLeft(claims::isThere);
    if (interrupted > 0) {
      log.warn("{} imports ended with their server; they changed nothing", interrupted);
    }
  }

  /** Runs through the file without writing; the job's rows say what would become of them. */
  public ImportJob preview(ImportFile file, MatchPolicy policy) {
    requireFor(file);
    ImportJob job = new ImportJob(Ids.next(), file);
    Sink.Nowhere nowhere = new Sink.Nowhere();
    background(
        job,
        () -> {
          runRows(job, file, policy, nowhere, result -> {});
          if (nowhere.isAsked()) {
            job.hasEffect();
          }
        });
    return job;
  }

  /**
   * Starts the import. From then on it goes on without whoever started it, and closes the file.
   *
   * @param reasons the words of the error file
   * @throws ImportBusyException while another import runs
   */
  public ImportJob start(ImportFile file, MatchPolicy policy, Reasons reasons) {
    requireFor(file);
    UUID id = Ids.next();
    UUID changeId = UUID.randomUUID();
    UUID member = current.id();
    ImportJob job = new ImportJob(id, file);
    threads.claim(); // given back from here on, whatever fails
    try {
      repository.begin(id, claims.here(), member, file, changeId);
      running.put(id, job);
      background(
          job,
          () -> {
            try {
              write(job, file, policy, reasons, member, changeId);
            } finally {
              file.ended().run();
              threads.release();
            }
          });
    } catch (RuntimeException e) {
      running.remove(id);
      threads.release();
      repository.endWithoutKey(id, ImportState.FAILED, "exchange.failed.locked");
      throw e;
    }
    return job;
  }

  private void write(
      ImportJob job,
      ImportFile file,
      MatchPolicy policy,
      Reasons reasons,
      UUID member,
      UUID changeId) {
    Touched touched = new Touched(new ServiceSink(doors, file.options().owner()));
    try (RemarkedRows errors = new RemarkedRows(file.headers(), reasons)) {
      writes.run(
          new Actor(member, Actor.IMPORT),
          Reason.IMPORT,
          changeId,
          change -> {
            repository.alone();
            runRows(job, file, policy, touched, errors::add);
            job.begin(ImportStep.SAVING);
            repository.analyse(touched.added());
            repository.end(job.id(), ImportState.DONE, job.counts(), errors.content(), null);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    job.begin(ImportStep.INDEXING);
    touched.awaitIndex(doors, job::indexed);
  }

  private void runRows(
      ImportJob job,
      ImportFile file,
      MatchPolicy policy,
      Sink.Counted sink,
      Consumer<RowResult> results) {
    try (ImportedRows rows = rows(file)) {
      new ImportEngine(
              planner(file, policy), new FileCustoms(doors.fields()::all), sink, threads::beside)
          .run(
              rows,
              job,
              result -> {
                job.tally().created(sink.created());
                job.show(result);
                results.accept(result);
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImportedRows rows(ImportFile file) throws IOException {
    ImportedRows rows = file.open();
    return file.kind() == ImportKind.DEALS ? new DealRows(rows) : rows;
  }

  private Planner planner(ImportFile file, MatchPolicy policy) {
    return switch (file.kind()) {
      case PEOPLE -> new PeoplePlanner(doors, file.source(), policy);
      case DEALS -> new DealPlanner(doors, file.source(), policy, file.options());
      case ACTIVITIES -> new ActivityPlanner(doors, file.source(), policy);
    };
  }

  /** Deals and activities are left to those who may write such records at all. */
  private void requireFor(ImportFile file) {
    rights.require(Right.IMPORT_RECORDS);
    if (file.kind() != ImportKind.PEOPLE) {
      rights.require(Right.WRITE_RECORDS, file.kind().record());
    }
  }

  /** Runs the work on a thread of its own, for whoever is signed in here, with a key of its own. */
  private void background(ImportJob job, Runnable work) {
    threads.start(lease -> attempt(job, lease, work));
  }

  private void attempt(ImportJob job, VaultLease lease, Runnable work) {
    try {
      work.run();
      running.remove(job.id());
      job.end(ImportState.DONE, null);
    } catch (CancellationException e) {
      ended(job, ImportState.CANCELLED, null);
    } catch (UnreadableFileException e) {
      ended(job, ImportState.FAILED, ImportRun.codeOf(e));
    } catch (ImportBusyException e) {
      ended(job, ImportState.FAILED, "exchange.busy");
    } catch (VaultLockedException e) {
      ended(job, ImportState.FAILED, "exchange.failed.locked");
    } catch (SearchNotReadyException e) {
      // locking the vault drops the index too
      boolean open = vault.isOpen(lease.handle());
      String code = open ? "exchange.failed.indexing" : "exchange.failed.locked";
      ended(job, ImportState.FAILED, code);
    } catch (RuntimeException e) {
      if (job.isCancelled()) {
        ended(job, ImportState.CANCELLED, null); // the file was closed under its hands
        return;
      }
      log.error("An import failed; it changed nothing", e);
      ended(job, ImportState.FAILED, "exchange.failed.unexpected");
    }
  }

  private void ended(ImportJob job, ImportState state, @Nullable String code) {
    try {
      repository.endWithoutKey(job.id(), state, code);
    } finally {
      running.remove(job.id());
      job.end(state, code);
    }
  }

  /** The import of this id, while it runs on this server. */
  public Optional<ImportJob> running(UUID id) {
    rights.require(Right.IMPORT_RECORDS);
    return Optional.ofNullable(running.get(id)).filter(this::isShown);
  }

  /** The import that runs on this server now, if the member may know of it. */
  public Optional<ImportJob> running() {
    rights.require(Right.IMPORT_RECORDS);
    return running.values().stream().filter(this::isShown).findFirst();
  }

  private boolean isShown(ImportJob job) {
    return repository.find(job.id()).filter(run -> run.isShownTo(current)).isPresent();
  }

  /** The newest imports, at most 50: one's own alone for whoever may not see every record. */
  public List<ImportRun> recent() {
    rights.require(Right.IMPORT_RECORDS);
    interruptLeft();
    return repository.recent(
        current.rights().areNarrowed() ? Optional.of(current.id()) : Optional.empty());
  }

  /** The rows that failed, were skipped or may be duplicates, as CSV. */
  public Optional<String> errorFile(UUID id) {
    rights.require(Right.IMPORT_RECORDS);
    return repository
        .find(id)
        .filter(run -> run.isShownTo(current))
        .flatMap(run -> repository.errorFile(id));
  }
}
