package eu.rempart.db;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What memory and files learn only once the database has kept it, or nobody knows whether it did:
 * what ends sessions or takes keys away must not wait for certainty.
 */
public final class AfterCommit {

  private AfterCommit() {}

  /** At once if no transaction runs on this thread. */
  public static void run(Runnable action) {
    atEnd(new Kept(action, true));
  }

  /**
   * Not where the commit is in doubt: for what can't be brought back, such as a deleted file. At
   * once if no transaction runs on this thread.
   */
  public static void runWhenCertain(Runnable action) {
    atEnd(new Kept(action, false));
  }

  private static void atEnd(Kept kept) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(kept);
    } else {
      kept.afterCommit();
    }
  }

  private record Kept(Runnable action, boolean alsoInDoubt) implements TransactionSynchronization {

    @Override
    public void afterCommit() {
      action.run();
    }

    @Override
    public void afterCompletion(int status) {
      if (alsoInDoubt && status == STATUS_UNKNOWN) {
        action.run();
      }
    }
  }

  /** Never if no transaction runs on this thread. */
  public static void onRollback(Runnable action) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              if (status == STATUS_ROLLED_BACK) {
                action.run();
              }
            }
          });
    }
  }
}
