package eu.rempart.account.setup;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.NeedsFreshProof;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.db.AfterCommit;
import eu.rempart.home.HomeFolder;
import eu.rempart.vault.RecoveryKit;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cares that the recovery kit is in somebody's safe, and not on this server. */
@Service
@Transactional
public class RecoveryKitService {

  /** Its name in the home folder, after an unattended set-up. */
  public static final String FILE = "recovery-kit.txt";

  private static final Logger log = LoggerFactory.getLogger(RecoveryKitService.class);

  private final RecoveryKitRepository repository;
  private final VaultService vault;
  private final HomeFolder home;
  private final Rights rights;
  private final FreshProof proof;
  private final OperatorSecrets operator;
  private final CurrentMember current;
  private final SecurityEvents events;

  RecoveryKitService(
      RecoveryKitRepository repository,
      VaultService vault,
      HomeFolder home,
      Rights rights,
      FreshProof proof,
      OperatorSecrets operator,
      CurrentMember current,
      SecurityEvents events) {
    this.repository = repository;
    this.vault = vault;
    this.home = home;
    this.rights = rights;
    this.proof = proof;
    this.operator = operator;
    this.current = current;
    this.events = events;
  }

  @Transactional(readOnly = true)
  public KitState state() {
    rights.require(Right.MANAGE_SECURITY);
    if (Files.exists(path())) {
      return KitState.IN_FILE;
    }
    return repository.isSafe() ? KitState.SAFE : KitState.UNCONFIRMED;
  }

  /**
   * What the operator of an unattended set-up may still know, and so opens everything with. Empty
   * after a set-up by the page.
   */
  @Transactional(readOnly = true)
  public Set<OperatorSecret> knownToOperator() {
    rights.require(Right.MANAGE_SECURITY);
    return operator.known();
  }

  /** The full path of the file, to be shown to administrators. */
  @Transactional(readOnly = true)
  public Path file() {
    rights.require(Right.MANAGE_SECURITY);
    return path();
  }

  Path path() {
    return home.resolve(FILE);
  }

  /**
   * Somebody says that they have the kit.
   *
   * @return false if its file is still in the home folder
   */
  public boolean confirmed() {
    rights.require(Right.MANAGE_SECURITY);
    if (Files.exists(path())) {
      return false;
    }
    repository.setSafe(true);
    note("account.kit.safe");
    return true;
  }

  /** A new kit, to be shown once; the former one opens nothing any more. */
  @NeedsFreshProof(ProofPurpose.RECOVERY_KIT)
  public RecoveryKit renew() {
    rights.require(Right.MANAGE_SECURITY);
    proof.require(ProofPurpose.RECOVERY_KIT);
    var kit = vault.renewRecoveryKit();
    repository.setSafe(false);
    operator.forgetKit();
    AfterCommit.runWhenCertain(this::forgetFile);
    note("account.kit.renewed");
    return kit;
  }

  /** It opens nothing any more. Where it stays, the new kit has to be shown all the same. */
  private void forgetFile() {
    try {
      Files.deleteIfExists(path());
    } catch (IOException e) {
      log.warn("the former recovery kit stays in {}: {}", path(), e.toString());
    }
  }

  /** Leaves the kit in the home folder, for the owner of the process alone. */
  void writeFile(RecoveryKit kit) {
    var text =
        """
        Rempart recovery kit

        %s

        It opens everything in this installation if every administrator is lost, so whoever has it
        needs no password. Move this file to a safe place that is not a computer on the network, and
        confirm that on the security page. The copy on this server must go.
        """
            .formatted(kit.reveal());
    home.write(FILE, text.getBytes(StandardCharsets.UTF_8));
  }

  private void note(String kind) {
    events.record(SecurityEvent.of(kind, Severity.NOTICE).member(current.id()));
  }
}
