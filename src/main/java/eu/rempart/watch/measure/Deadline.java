package eu.rempart.watch.measure;

import eu.rempart.watch.check.Failure;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection when patience is at its end. A timeout of reads is not enough: one read of
 * TLS is as many of the socket as the peer likes, each with its own.
 */
final class Deadline implements AutoCloseable {

  private final CompletableFuture<Boolean> over;

  private Deadline(CompletableFuture<Boolean> over) {
    this.over = over;
  }

  /**
   * Watches over a connection until it is closed itself.
   *
   * @param raw the connection below TLS, whose closing waits for nobody
   */
  static Deadline on(Socket raw, Trip trip) throws MeasureException {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    var _ =
        over.orTimeout(trip.left(Failure.TLS_TIMEOUT), TimeUnit.MILLISECONDS)
            .exceptionally(_ -> cut(raw, trip));
    return new Deadline(over);
  }

  private static boolean cut(Socket raw, Trip trip) {
    trip.cut();
    try {
      raw.close();
      return true;
    } catch (IOException e) {
      return false; // whoever reads of it ends all the same, and says why
    }
  }

  /** The timer goes with it. */
  @Override
  public void close() {
    over.complete(true);
  }
}
