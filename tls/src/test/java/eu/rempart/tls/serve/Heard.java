package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.gate.EdgeListener;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Collects what the edge tells, for tests to wait for. */
public final class Heard implements EdgeListener {
  /** In seconds; ends a test that would wait for ever. */
  private static final int PATIENCE = 120;

  record Refused(Source source, Verdict why) {}

  record Closed(Source source, long received, long sent) {}

  final BlockingQueue<Refused> refusals = new LinkedBlockingQueue<>();
  final BlockingQueue<Handshake> handshakes = new LinkedBlockingQueue<>();
  final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
  final BlockingQueue<Closed> closed = new LinkedBlockingQueue<>();

  @Override
  public void refused(long high, long low, Verdict why) {
    refusals.add(new Refused(new Source(high, low), why));
  }

  @Override
  public void shookHands(long high, long low, Handshake handshake) {
    handshakes.add(handshake);
  }

  @Override
  public void handshakeFailed(long high, long low, String reason) {
    failures.add(reason);
  }

  @Override
  public void closed(long high, long low, long received, long sent) {
    closed.add(new Closed(new Source(high, low), received, sent));
  }

  Handshake handshake() throws InterruptedException {
    return next(handshakes);
  }

  Verdict refusal() throws InterruptedException {
    return next(refusals).why();
  }

  public static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(PATIENCE, TimeUnit.SECONDS);
    assertThat(next).as("the next of what was to come").isNotNull();
    return next;
  }
}
