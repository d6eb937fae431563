package eu.rempart.vault.handle;

import java.util.Optional;
import java.util.function.Supplier;

/** The handle that the work on this thread goes by. */
public final class CurrentVault {

  private final Supplier<Optional<VaultHandle>> signedIn;

  /**
   * Asks the thread's scope first.
   *
   * @param signedIn whose screen or request the thread serves
   */
  public CurrentVault(Supplier<Optional<VaultHandle>> signedIn) {
    this.signedIn = signedIn;
  }

  /** Empty where nobody is signed in, and no job runs. */
  public Optional<VaultHandle> handle() {
    return VaultScope.current().or(signedIn);
  }
}
