package eu.rempart.bulk;

import eu.rempart.account.acting.WorkApart;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Where bulk changes run, apart from whoever began them. One after the other: two that touch the
 * same records in another order would wait for each other (see {@link BulkRepository#awaitTurn},
 * too).
 */
@Component
class BulkThreads {

  private final Semaphore turn = new Semaphore(1, true);
  private final WorkApart apart;

  BulkThreads(WorkApart apart) {
    this.apart = apart;
  }

  /** Runs the work when its turn has come, for whoever is signed in here, with a key of its own. */
  void start(Runnable work) {
    apart.start(
        "bulk",
        _ -> {
          turn.acquireUninterruptibly();
          try {
            work.run();
          } finally {
            turn.release();
          }
        });
  }
}
