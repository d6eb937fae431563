package eu.rempart.vault.handle;

import java.util.Optional;

/**
 * Lets work that no signed-in person's thread does (an import, the search index) go by a handle:
 * take a {@link VaultLease lease} and run the work in its scope. The scope ends with the call;
 * threads started inside do not inherit it.
 */
public final class VaultScope {

  private static final ScopedValue<VaultHandle> HANDLE = ScopedValue.newInstance();

  private VaultScope() {}

  public static void run(VaultHandle handle, Runnable work) {
    ScopedValue.where(HANDLE, handle).run(work);
  }

  public static <R, X extends Throwable> R call(
      VaultHandle handle, ScopedValue.CallableOp<? extends R, X> work) throws X {
    return ScopedValue.where(HANDLE, handle).call(work);
  }

  /** The work for another thread, which goes by the handle that this one goes by, if any. */
  public static Runnable carried(Runnable work) {
    return current().<Runnable>map(handle -> () -> run(handle, work)).orElse(work);
  }

  static Optional<VaultHandle> current() {
    return HANDLE.isBound() ? Optional.of(HANDLE.get()) : Optional.empty();
  }
}
