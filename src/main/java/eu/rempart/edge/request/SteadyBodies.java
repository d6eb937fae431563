package eu.rempart.edge.request;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies of another length than was said, and cuts those that come more slowly than {@value
 * #SLOWEST} bytes a second after the first {@value #GRACE_SECONDS} seconds of waiting, and those
 * that stop coming for {@value #SILENCE_SECONDS}: below the servlets, since forms and files are
 * read by Jetty itself. Whoever reads gets a {@link BodyRefusedException}; nothing waits on a
 * thread for it.
 */
public final class SteadyBodies implements HttpConfiguration.Customizer {

  private static final long SLOWEST = 400;
  private static final long GRACE_SECONDS = 10;
  private static final long SILENCE_SECONDS = 20;
  private static final long SECOND = 1_000_000_000;
  private static final Duration SILENCE = Duration.ofSeconds(SILENCE_SECONDS);

  private final LongSupplier nanos;

  /**
   * A watch over bodies.
   *
   * @param nanos as {@link System#nanoTime}
   */
  public SteadyBodies(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    return request.getLength() == 0 ? request : new Steady(request, nanos);
  }

  /**
   * A request whose body has to keep coming. Only the time counts in which somebody waited for it:
   * a large file may be read as slowly as we like. One reader at a time, as Jetty demands.
   */
  static final class Steady extends Request.Wrapper {

    private final LongSupplier nanos;
    private final Scheduler scheduler;
    private long waited;
    private long read;
    private volatile Content.@Nullable Chunk failure;

    Steady(Request request, LongSupplier nanos) {
      super(request);
      this.nanos = nanos;
      this.scheduler = request.getComponents().getScheduler();
    }

    // Jetty's own answer where nothing has come yet
    @Override
    @SuppressWarnings("NullAway")
    public Content.Chunk read() {
      Content.Chunk failed = failure;
      if (failed != null) {
        return failed;
      }
      Content.Chunk chunk = super.read();
      if (chunk == null || Content.Chunk.isFailure(chunk)) {
        return chunk;
      }
      read += chunk.remaining();
      if (chunk.isLast() && isOfOtherLength()) {
        chunk.release();
        return fail(Refusal.MALFORMED);
      }
      long seconds = waited / SECOND;
      if (chunk.isLast() || seconds <= GRACE_SECONDS || read >= seconds * SLOWEST) {
        return chunk;
      }
      chunk.release();
      return fail(Refusal.TOO_SLOW);
    }

    /** Than it said: Jetty sees to that in HTTP/1.1 alone (RFC 9113, 8.1.1). */
    private boolean isOfOtherLength() {
      return getLength() >= 0 && read != getLength();
    }

    private Content.Chunk fail(Refusal refusal) {
      Content.Chunk failed = Content.Chunk.from(new BodyRefusedException(refusal), true);
      failure = failed;
      return failed;
    }

    @Override
    public void demand(Runnable callback) {
      long since = nanos.getAsLong();
      var called = new AtomicBoolean();
      Scheduler.Task silence =
          scheduler.schedule(
              () -> {
                if (called.compareAndSet(false, true)) {
                  fail(Refusal.TOO_SLOW);
                  getComponents().getExecutor().execute(callback);
                }
              },
              SILENCE);
      super.demand(
          () -> {
            silence.cancel();
            if (called.compareAndSet(false, true)) {
              waited += nanos.getAsLong() - since;
              callback.run();
            }
          });
    }
  }
}
