package eu.rempart.alert.channel.wire;

import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.kernel.place.AddressRefusedException;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One try to send something, with an end. It runs on a virtual thread: interrupting one closes the
 * connection that it waits for, so that neither a peer that sends a byte a minute nor one that
 * reads nothing holds it longer. It knows whether the message was handed over, which is the
 * difference between "try again" and "perhaps it arrived".
 */
public final class Attempt {

  /** What is tried. */
  public interface Work<T> {
    T run(Attempt attempt) throws IOException, ChannelException;
  }

  private enum Stage {
    BEFORE,
    HANDED_OVER,
    ABANDONED
  }

  /** So long one that was interrupted has to say what came of it. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.BEFORE);

  private Attempt() {}

  /**
   * Tries.
   *
   * @throws ChannelException if it did not work, or is not known to have worked in time
   */
  public static <T> T within(Duration patience, Work<T> work) throws ChannelException {
    Attempt attempt = new Attempt();
    FutureTask<T> task = new FutureTask<>(() -> work.run(attempt));
    Thread thread = Thread.ofVirtual().name("alert-send").start(task);
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      return attempt.lastWords(task, e);
    } catch (ExecutionException e) {
      throw attempt.because(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw attempt.late(e);
    }
  }

  /** It ends now; perhaps it had just been done. */
  private <T> T lastWords(FutureTask<T> task, Exception late) throws ChannelException {
    try {
      return task.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw late(late);
    } catch (TimeoutException e) {
      throw late(late);
    } catch (ExecutionException e) {
      // that it broke is our doing
      throw e.getCause() instanceof ChannelException known && known.reason() != Reason.UNREACHABLE
          ? known
          : late(late);
    }
  }

  /**
   * Says that from here on the peer may have the message.
   *
   * @throws IOException if nobody waits for it any longer: then nothing may be sent
   */
  public void handOver() throws IOException {
    if (!stage.compareAndSet(Stage.BEFORE, Stage.HANDED_OVER) && stage.get() == Stage.ABANDONED) {
      throw new IOException("too late: the try was given up");
    }
  }

  private ChannelException late(Exception cause) {
    return stage.compareAndSet(Stage.BEFORE, Stage.ABANDONED) || stage.get() == Stage.ABANDONED
        ? new ChannelException(Reason.TIMEOUT, true, null, cause)
        : new ChannelException(Reason.IN_DOUBT, false, null, cause);
  }

  private ChannelException because(Throwable thrown) {
    return switch (thrown) {
      case ChannelException known -> known;
      case PlaceNotAllowedException e -> new ChannelException(Reason.PLACE, false, null, e);
      case AddressRefusedException e -> new ChannelException(Reason.UNREACHABLE, false, null, e);
      case SocketTimeoutException e -> late(e);
      case IOException e ->
          stage.get() == Stage.HANDED_OVER
              ? new ChannelException(Reason.IN_DOUBT, false, null, e)
              : new ChannelException(Reason.UNREACHABLE, true, null, e);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException("a try threw " + thrown.getClass(), thrown);
    };
  }
}
