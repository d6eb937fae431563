package eu.rempart.vault;

import eu.rempart.db.sealed.RecordSealing;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.UUID;
import java.util.function.Function;

/** Seals and opens with the key of whoever is signed in on the thread that asks. */
final class CurrentSealing implements Sealing {

  private final VaultService vault;
  private final CurrentVault current;

  CurrentSealing(VaultService vault, CurrentVault current) {
    this.vault = vault;
    this.current = current;
  }

  @Override
  public RecordSealing of(String table, UUID recordId) {
    return vault.sealingFor(handle()).of(table, recordId);
  }

  @Override
  public <T, R> Function<T, R> carried(Function<T, R> work) {
    VaultHandle handle = handle();
    return it -> VaultScope.call(handle, () -> work.apply(it));
  }

  private VaultHandle handle() {
    return current.handle().orElseThrow(VaultLockedException::new);
  }
}
