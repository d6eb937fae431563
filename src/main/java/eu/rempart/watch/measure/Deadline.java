package eu.rempart.watch.measure;

import eu.rempart.watch.check.Failure;
import java.io.IOException;
import java.net.Socket;

/**
 * Closes a connection when patience is at its end. A timeout of reads is not enough: one read of
 * TLS is as many of the socket as the peer likes, each with its own.
 */
final class Deadline implements AutoCloseable {

  private final Thread guard;

  private Deadline(Thread guard) {
    this.guard = guard;
  }

  /**
   * Watches over a connection until it is closed itself.
   *
   * @param raw the connection below TLS, whose closing waits for nobody
   */
  static Deadline on(Socket raw, Trip trip) throws MeasureException {
    int left = trip.left(Failure.TLS_TIMEOUT);
    return new Deadline(
        Thread.ofVirtual().name("watch-deadline").start(() -> closeAfter(left, raw, trip)));
  }

  private static void closeAfter(int millis, Socket raw, Trip trip) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      // the measurement was over before
      return;
    }
    trip.cut();
    try {
      raw.close();
    } catch (IOException e) {
      // whoever reads of it ends all the same, and says why
      return;
    }
  }

  @Override
  public void close() {
    guard.interrupt();
  }
}
