package eu.rempart.exchange.run;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.SignedInMember;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Where imports and their undoing run, apart from whoever started them. */
@Component
final class ImportThreads {

  /** Both lock what they change until they end: one at a time. */
  private final Semaphore oneAtATime = new Semaphore(1);

  private final CurrentMember current;
  private final VaultService vault;

  ImportThreads(CurrentMember current, VaultService vault) {
    this.current = current;
    this.vault = vault;
  }

  /**
   * To be given back with {@link #release}.
   *
   * @throws ImportBusyException while somebody else has it
   */
  void claim() {
    if (!oneAtATime.tryAcquire()) {
      throw new ImportBusyException();
    }
  }

  void release() {
    oneAtATime.release();
  }

  /** Runs the work on a thread of its own, for whoever is signed in here, with a key of its own. */
  void start(Consumer<VaultLease> work) {
    SignedInMember member = current.get();
    if (member.vault() == null) {
      throw new VaultLockedException();
    }
    VaultLease lease = vault.lease(member.vault());
    Thread.ofPlatform()
        .name("import")
        .start(
            () -> {
              try (lease) {
                current.runAs(
                    member, () -> VaultScope.run(lease.handle(), () -> work.accept(lease)));
              }
            });
  }

  /** Runs the work on a thread of its own, for whom this thread works, with the same key. */
  Thread beside(Runnable work) {
    SignedInMember member = current.get();
    Runnable unlocked = VaultScope.carried(work);
    return Thread.ofPlatform().name("import-ahead").start(() -> current.runAs(member, unlocked));
  }
}
