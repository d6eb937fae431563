package eu.rempart.edge.abuse;

import eu.rempart.edge.abuse.MassDetector.Most;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import eu.rempart.vault.event.RecordsMoved.Way;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Has written once a second what members took out and archived, and what is left when the node
 * stops: whoever stops it in time would else be told of nothing. Thread safe.
 */
final class MassWriter implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(MassWriter.class);

  /** So long stopping waits: the database may be away. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final MassDetector mass;
  private final Supplier<EdgeSettings> settings;
  private final ExecutorService writer;
  private final AtomicBoolean counting = new AtomicBoolean();

  /**
   * Has written nothing yet.
   *
   * @param writer has one thread, and ends with this
   */
  MassWriter(MassDetector mass, Supplier<EdgeSettings> settings, ExecutorService writer) {
    this.mass = mass;
    this.settings = settings;
    this.writer = writer;
  }

  /** A second is over. */
  synchronized void second() {
    if (!writer.isShutdown() && mass.isWaiting() && counting.compareAndSet(false, true)) {
      writer.execute(this::count);
    }
  }

  private void count() {
    try {
      mass.write(this::most);
    } finally {
      counting.set(false);
    }
  }

  private Most most(Way way) {
    EdgeSettings now = settings.get();
    return new Most(
        now.of(way == Way.EXPORTED ? Limit.DETECT_EXPORT : Limit.DETECT_ARCHIVE),
        now.minutes(Limit.WINDOW_MASS));
  }

  @Override
  public void destroy() throws InterruptedException {
    synchronized (this) {
      // behind what is being written
      writer.execute(this::count);
      writer.shutdown();
    }
    if (!writer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      log.warn("what members took out and archived last is not counted: the database is away");
    }
  }
}
