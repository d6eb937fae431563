package eu.rempart.vault;

import java.util.Optional;
import java.util.function.Supplier;

/** The handle that the work on this thread goes by. */
final class CurrentVault {

  private final Supplier<Optional<VaultHandle>> signedIn;

  CurrentVault(Supplier<Optional<VaultHandle>> signedIn) {
    this.signedIn = signedIn;
  }

  Optional<VaultHandle> handle() {
    return VaultScope.current().or(signedIn);
  }
}
