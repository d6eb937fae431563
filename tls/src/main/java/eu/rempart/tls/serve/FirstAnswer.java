package eu.rempart.tls.serve;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the backend's first byte on a connection. The edge can't tell a slow request from a
 * backend that takes connections and serves none; so it asks over a connection of its own, and
 * gives up only where that one is not answered either. Runs on the client's event loop.
 */
final class FirstAnswer {
  private final Visit visit;
  private final Supplier<byte[]> header;
  private final Runnable silent;
  private @Nullable Future<?> pending;
  private @Nullable Channel question;
  private boolean waiting;
  private boolean over;

  /**
   * Waits for nothing before {@link #asked}.
   *
   * @param header of the PROXY protocol, for a connection that speaks HTTP/2
   * @param silent once the backend answers nobody
   */
  FirstAnswer(Visit visit, Supplier<byte[]> header, Runnable silent) {
    this.visit = visit;
    this.header = header;
    this.silent = silent;
  }

  /** The backend got bytes of the client, over this way. */
  void asked(Way way) {
    if (!waiting && !over) {
      waiting = true;
      later(() -> ask(way));
    }
  }

  /** The backend answered, or is not waited for any more. */
  void over() {
    over = true;
    stop();
  }

  private void ask(Way way) {
    later(
        () -> {
          over();
          silent.run();
        });
    question = BackendQuestion.ask(way, visit.channel.eventLoop(), header.get(), () -> lives(way));
  }

  private void lives(Way way) {
    if (!over) {
      stop();
      later(() -> ask(way));
    }
  }

  private void later(Runnable step) {
    Duration time = visit.parts().settings().times().answer();
    pending = visit.channel.eventLoop().schedule(step, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void stop() {
    Future<?> step = pending;
    if (step != null) {
      step.cancel(false);
      pending = null;
    }
    Channel open = question;
    if (open != null) {
      question = null;
      var _ = open.close();
    }
  }
}
