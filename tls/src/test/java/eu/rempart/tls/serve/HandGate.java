package eu.rempart.tls.serve;

import eu.rempart.tls.gate.ConnectionGate;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A gate whose answers a test sets, and which remembers whom it was asked about. */
public final class HandGate implements ConnectionGate {
  volatile Verdict onSource = Verdict.PASS;
  volatile Verdict onHandshake = Verdict.PASS;
  final Map<Source, Verdict> onReview = new ConcurrentHashMap<>();
  final AtomicInteger inside = new AtomicInteger();
  final BlockingQueue<Source> asked = new LinkedBlockingQueue<>();
  final BlockingQueue<Boolean> resuming = new LinkedBlockingQueue<>();

  @Override
  public Verdict admit(long high, long low) {
    asked.add(new Source(high, low));
    if (!onSource.refuses()) {
      inside.incrementAndGet();
    }
    return onSource;
  }

  @Override
  public Verdict handshake(long high, long low, boolean resumes, double load) {
    resuming.add(resumes);
    return onHandshake;
  }

  @Override
  public Verdict review(long high, long low) {
    return onReview.getOrDefault(new Source(high, low), Verdict.PASS);
  }

  @Override
  public void ended(long high, long low) {
    inside.decrementAndGet();
  }
}
