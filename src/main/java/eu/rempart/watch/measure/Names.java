package eu.rempart.watch.measure;

import eu.rempart.watch.check.Failure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks names up. The system's resolver knows no deadline: whoever waits for it, does. */
interface Names {

  InetAddress[] find(String host) throws UnknownHostException;

  /** The addresses of a name, or of an address itself, at least one. */
  static InetAddress[] find(Names names, String host, Trip trip) throws MeasureException {
    trip.begin();
    FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> names.find(host));
    Thread.ofVirtual().name("watch-name").start(lookup);
    try {
      InetAddress[] found = lookup.get(trip.left(Failure.NAME_TIMEOUT), TimeUnit.MILLISECONDS);
      trip.named();
      if (found.length == 0) {
        throw new MeasureException(Failure.NAME_UNKNOWN);
      }
      return found;
    } catch (TimeoutException e) {
      lookup.cancel(true);
      throw (MeasureException) new MeasureException(Failure.NAME_TIMEOUT).initCause(e);
    } catch (ExecutionException e) {
      throw (MeasureException) new MeasureException(Failure.NAME_UNKNOWN).initCause(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (MeasureException) new MeasureException(Failure.NOT_MEASURED).initCause(e);
    }
  }
}
