package eu.rempart.privacy;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.SignedInMember;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Where erasures run, apart from whoever began them, one after the other: they would wait for each
 * other in the database.
 */
@Component
class ErasureThreads {

  private final Semaphore turn = new Semaphore(1, true);
  private final CurrentMember current;
  private final VaultService vault;

  ErasureThreads(CurrentMember current, VaultService vault) {
    this.current = current;
    this.vault = vault;
  }

  /** Runs the work when its turn has come, for whoever is signed in here, with a key of its own. */
  void start(Runnable work) {
    SignedInMember member = current.get();
    if (member.vault() == null) {
      throw new VaultLockedException();
    }
    VaultLease lease = vault.lease(member.vault());
    Thread.ofPlatform().name("erasure").start(() -> run(member, lease, work));
  }

  private void run(SignedInMember member, VaultLease lease, Runnable work) {
    turn.acquireUninterruptibly();
    try (lease) {
      current.runAs(member, () -> VaultScope.run(lease.handle(), work));
    } finally {
      turn.release();
    }
  }
}
