package eu.rempart.edge.gate;

import eu.rempart.edge.gate.EdgePolicy.Parts;
import eu.rempart.edge.gate.PolicyText.Told;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Places;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy on a machine in front, as a node told it last; it stays while nodes are away, and ends
 * when its rules end, by the node's clock. Before the first word everybody is treated as usual.
 * Thread safe.
 */
public final class RemotePolicies {

  private static final Logger log = LoggerFactory.getLogger(RemotePolicies.class);

  private final LongSupplier nanos;
  private Told told = new Told(Parts.NONE, Instant.EPOCH);
  private long heardAt;
  private volatile EdgePolicy current;

  public RemotePolicies(LongSupplier nanos) {
    this.nanos = nanos;
    this.heardAt = nanos.getAsLong();
    this.current = new EdgePolicy(told.parts(), told.now(), heardAt);
  }

  public EdgePolicy current() {
    return current;
  }

  /** Takes what a node told, unless it is none of ours. */
  public synchronized void take(byte[] rules) {
    try {
      told = PolicyText.read(rules);
    } catch (IllegalArgumentException e) {
      log.error("a node's rules can't be read; the former ones stay in force", e);
      return;
    }
    heardAt = nanos.getAsLong();
    current = new EdgePolicy(told.parts(), told.now(), heardAt);
  }

  /** Leaves out what has ended; to be called about once a minute. */
  public synchronized void passTime() {
    long now = nanos.getAsLong();
    Instant byNode = told.now().plus(Duration.ofNanos(now - heardAt));
    current = new EdgePolicy(told.parts(), byNode, now);
  }

  /** Gates 1 and 2 by this policy. */
  public SourceGate gate(Places places, Sources sources) {
    return new SourceGate(places, this::current, sources, nanos);
  }
}
