package eu.rempart.vault.event;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Writes events from a thread of its own, so that they outlive the transaction in which they were
 * noticed. When more come than can be written they are counted, and the count is written.
 */
public final class SecurityEventWriter implements SecurityEvents, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(SecurityEventWriter.class);
  private static final int CAPACITY = 1_000;

  private record Noted(SecurityEvent event, OffsetDateTime at) {}

  private final BlockingQueue<Noted> waiting = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicLong lost = new AtomicLong();
  private final DSLContext database;
  private final Clock clock;
  private final Thread writer;

  public SecurityEventWriter(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.writer = Thread.ofPlatform().name("security-events").daemon().unstarted(this::work);
  }

  public void start() {
    writer.start();
  }

  @Override
  public void record(SecurityEvent event) {
    if (!waiting.offer(new Noted(event, now()))) {
      lost.incrementAndGet();
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        write(waiting.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what waits, on the caller's thread. */
  void flush() {
    for (Noted noted = waiting.poll(); noted != null; noted = waiting.poll()) {
      write(noted);
    }
  }

  private void write(Noted noted) {
    try {
      insert(noted);
      long missed = lost.getAndSet(0);
      if (missed > 0) {
        insert(
            new Noted(
                SecurityEvent.of("security.events.lost", SecurityEvent.Severity.WARNING)
                    .with("count", Long.toString(missed)),
                now()));
      }
    } catch (RuntimeException e) {
      LOG.warn("security event {} could not be written", noted.event().kind(), e);
    }
  }

  private void insert(Noted noted) {
    SecurityEventQueries.insert(database, noted.event(), DSL.val(noted.at()));
  }

  @Override
  public void destroy() {
    writer.interrupt();
    flush();
  }
}
