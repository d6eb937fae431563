package eu.rempart.vault.handle;

import java.util.Optional;

/**
 * Tells which handle the work on this thread goes by. Implemented by the room that knows who is
 * signed in; {@link VaultScope} takes precedence over it.
 */
public interface VaultContext {

  /** The handle of whoever is signed in; empty for nobody, and for an engineer. */
  Optional<VaultHandle> current();
}
