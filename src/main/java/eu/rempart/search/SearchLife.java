package eu.rempart.search;

import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLocked;
import eu.rempart.vault.lock.VaultUnlocked;
import org.springframework.context.event.EventListener;

/** The index lives as long as the vault is unlocked. */
final class SearchLife {

  private final SearchIndex index;

  SearchLife(SearchIndex index) {
    this.index = index;
  }

  @EventListener
  void unlocked(VaultUnlocked event) {
    index.open(work -> VaultScope.run(event.handle(), work));
  }

  @EventListener
  void locked(VaultLocked event) {
    index.close();
  }
}
