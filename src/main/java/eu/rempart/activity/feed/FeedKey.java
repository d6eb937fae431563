package eu.rempart.activity.feed;

import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLocked;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.lock.VaultUnlocked;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The key, while somebody is signed in: calendars ask without anybody. */
@Component
class FeedKey {

  private volatile @Nullable VaultHandle handle;

  @EventListener
  void unlocked(VaultUnlocked event) {
    handle = event.handle();
  }

  @EventListener
  void locked(VaultLocked event) {
    handle = null;
  }

  /** What the work gives with the key; what is given otherwise where there is none. */
  <T> T open(Function<VaultHandle, T> work, Supplier<T> otherwise) {
    VaultHandle known = handle;
    if (known == null) {
      return otherwise.get();
    }
    try {
      return VaultScope.<T, RuntimeException>call(known, () -> work.apply(known));
    } catch (VaultLockedException _) {
      return otherwise.get(); // it was locked at this moment
    }
  }
}
