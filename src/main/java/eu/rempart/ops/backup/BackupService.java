package eu.rempart.ops.backup;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.NeedsFreshProof;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.ops.backup.BackupRepository.Added;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Backups, for administrators and engineers. */
@Service
public class BackupService {

  private static final Reason REASON = new Reason("backup");

  private final BackupRepository repository;
  private final RunRepository runs;
  private final BackupSecrets secrets;
  private final BackupBoard board;
  private final BackupServers servers;
  private final BackupStates states;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final FreshProof proof;
  private final InstantSource clock = InstantSource.system();

  BackupService(
      BackupRepository repository,
      RunRepository runs,
      BackupSecrets secrets,
      BackupBoard board,
      BackupServers servers,
      BackupStates states,
      Writes writes,
      Rights rights,
      CurrentMember current,
      FreshProof proof) {
    this.repository = repository;
    this.runs = runs;
    this.secrets = secrets;
    this.board = board;
    this.servers = servers;
    this.states = states;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.proof = proof;
  }

  /** What is known of them now. */
  public BackupState state() {
    rights.require(Right.SEE_OPERATIONS);
    return states.now();
  }

  /**
   * Tells of each change that this process knows of, in a thread that must not wait.
   *
   * @return ends that
   */
  public Runnable onChange(Runnable news) {
    rights.require(Right.SEE_OPERATIONS);
    return board.onChange(news);
  }

  /** The name of this server among those of the state. */
  public String self() {
    rights.require(Right.SEE_OPERATIONS);
    return servers.self();
  }

  /** Whether whoever is signed in may have the kit. */
  public boolean mayHaveKit() {
    return current.find().isPresent() && current.may(Right.MANAGE_SECURITY);
  }

  /** Asks for something in one cell; asked for twice it is done once. */
  public void ask(BackupCell cell, Act act) {
    ask(List.of(cell), act);
  }

  /** Asks for the same in several cells, one after the other. */
  public void ask(List<BackupCell> cells, Act act) {
    rights.require(Right.SEE_OPERATIONS);
    for (BackupCell cell : cells) {
      runs.ask(cell, act, false, clock.instant(), current.id());
    }
    board.asked();
  }

  /** Has something end that goes on or waits. Who did stands in the ledger. */
  public void cancel(long run) {
    rights.require(Right.SEE_OPERATIONS);
    writes.run(
        REASON,
        _ -> {
          runs.cancel(run, clock.instant());
          repository.tell("backup.cancel", Map.of("run", Long.toString(run)));
        });
    board.asked();
  }

  /**
   * What is kept on paper. Who had it stands in the ledger.
   *
   * @throws eu.rempart.common.proof.FreshProofRequiredException if the password has to be typed
   */
  @NeedsFreshProof(ProofPurpose.BACKUP_KIT)
  public BackupKit kit() {
    rights.require(Right.MANAGE_SECURITY);
    proof.require(ProofPurpose.BACKUP_KIT);
    writes.run(REASON, _ -> repository.tell("backup.kit", Map.of()));
    return new BackupKit(
        secrets.get().groups(),
        repository.destinations().stream().map(Added::destination).toList(),
        clock.instant());
  }

  /**
   * Somebody says that a kit is put away; it does not count for what was added after it was made.
   *
   * @param made when
   */
  public void kitIsKept(Instant made) {
    rights.require(Right.MANAGE_SECURITY);
    Instant now = clock.instant();
    repository.kitKept(made.isAfter(now) ? now : made, current.id());
    board.asked();
  }
}
