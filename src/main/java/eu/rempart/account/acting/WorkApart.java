package eu.rempart.account.acting;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.SignedInMember;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Long work that goes on apart from whoever began it: for them, and with a key of its own. */
@Component
public class WorkApart {

  private final CurrentMember current;
  private final VaultService vault;

  public WorkApart(CurrentMember current, VaultService vault) {
    this.current = current;
    this.vault = vault;
  }

  /**
   * Runs the work on a thread of its own, for whoever is signed in here.
   *
   * @param name of the thread
   * @param work is given the lease of the key, which ends with it
   * @throws VaultLockedException if nothing is unlocked here
   */
  public void start(String name, Consumer<VaultLease> work) {
    SignedInMember member = current.get();
    if (member.vault() == null) {
      throw new VaultLockedException();
    }
    VaultLease lease = vault.lease(member.vault());
    Thread.ofPlatform()
        .name(name)
        .start(
            () -> {
              try (lease) {
                current.runAs(
                    member, () -> VaultScope.run(lease.handle(), () -> work.accept(lease)));
              }
            });
  }
}
