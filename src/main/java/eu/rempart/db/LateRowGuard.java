package eu.rempart.db;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The guard that the application has, once it stands: the pool stands before it. */
final class LateRowGuard implements RowGuard {

  private final ObjectProvider<RowGuard> provider;
  private volatile @Nullable RowGuard known;

  LateRowGuard(ObjectProvider<RowGuard> provider) {
    this.provider = provider;
  }

  @Override
  public Map<String, String> settings() {
    RowGuard guard = known;
    if (guard == null) {
      guard = provider.getIfAvailable();
      known = guard;
    }
    return guard == null ? Map.of() : guard.settings();
  }
}
