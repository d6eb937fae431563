package eu.rempart.edge.traffic;

import eu.rempart.edge.gate.EdgePolicy;
import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.edge.traffic.Count.Kind;
import eu.rempart.tls.gate.EdgeListener;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Verdict;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Counts what the edge tells, by place and by source. Called on event loops: nothing waits for the
 * database.
 */
public final class TrafficRecorder implements EdgeListener {

  private final Places places;
  private final Sources sources;
  private final Counters counters;
  private final Refusals refusals;
  private final Supplier<EdgePolicy> policies;
  private final LongSupplier nanos;

  TrafficRecorder(
      Places places,
      Sources sources,
      Counters counters,
      Refusals refusals,
      Supplier<EdgePolicy> policies,
      LongSupplier nanos) {
    this.places = places;
    this.sources = sources;
    this.counters = counters;
    this.refusals = refusals;
    this.policies = policies;
    this.nanos = nanos;
  }

  @Override
  public void refused(long high, long low, Verdict why) {
    int place = places.of(high, low);
    counters.add(place, Measure.of(why));
    switch (why) {
      // ours, not theirs
      case DRAINING -> {}
      case NO_HANDSHAKE_LEFT -> wanted(high, low);
      case PROXY_HEADER, HELLO_MALFORMED, HANDSHAKE_FAILED -> count(high, low, Sign.MALFORMED);
      // no fault, but each may have cost a signature
      case CERTIFICATE_NOT_TRUSTED -> count(high, low, Sign.FULL_HANDSHAKE);
      case CLIENT_LEFT -> {
        count(high, low, Sign.FULL_HANDSHAKE);
        count(high, low, Sign.UNFINISHED);
      }
      case HELLO_TOO_SLOW, HANDSHAKE_TOO_SLOW -> {
        count(high, low, Sign.SLOW);
        count(high, low, Sign.UNFINISHED);
      }
      case REQUEST_TOO_SLOW -> count(high, low, Sign.SLOW);
      default -> {
        count(high, low, Sign.REFUSED);
        if (sources.addresses().isNews(high, low, Refusals.INTERVAL, nanos.getAsLong())) {
          refusals.first(high, low, place, why);
        }
      }
    }
  }

  /**
   * That there is no signature left is no fault of whoever asks for one. But a source that is
   * slowed for asking too often and goes on must not look better for being turned away: else it is
   * never banned.
   */
  private void wanted(long high, long low) {
    if (policies.get().isSlowed(high, low, nanos.getAsLong())) {
      count(high, low, Sign.FULL_HANDSHAKE);
    }
  }

  @Override
  public void shookHands(long high, long low, Handshake handshake) {
    int place = places.of(high, low);
    counters.add(place, handshake.resumed() ? Measure.RESUMED_HANDSHAKE : Measure.FULL_HANDSHAKE);
    counters.addNamed(place, Kind.PROTOCOL, handshake.protocol());
    counters.addNamed(place, Kind.CIPHER, handshake.cipher());
    counters.addNamed(place, Kind.GROUP, Objects.requireNonNullElse(handshake.group(), "unknown"));
    if (handshake.ja4() != null) {
      counters.addFingerprint(handshake.ja4());
    }
    if (!handshake.resumed()) {
      count(high, low, Sign.FULL_HANDSHAKE);
    }
    if (isSlowed(high, low, place)) {
      counters.add(place, Measure.SLOWED_HANDSHAKE);
    }
  }

  @Override
  public void handshakeFailed(long high, long low, String reason) {
    // that it failed is counted when the connection is refused or cut for it
    counters.addNamed(places.of(high, low), Kind.FAILURE, reason);
  }

  @Override
  public void closed(long high, long low, long received, long sent) {
    int place = places.of(high, low);
    counters.add(place, Measure.BYTES_RECEIVED, received);
    counters.add(place, Measure.BYTES_SENT, sent);
  }

  /** A request of a source, or what became of it. */
  public void request(long high, long low, Measure what) {
    int place = places.of(high, low);
    counters.add(place, what);
    if (what.isRequest() && isSlowed(high, low, place)) {
      counters.add(place, Measure.SLOWED_REQUEST);
    }
    switch (what) {
      case REQUEST_MISSING -> count(high, low, Sign.MISSING);
      case REQUEST_CUT -> count(high, low, Sign.SLOW);
      case REQUEST_TOO_LARGE, REQUEST_MALFORMED -> count(high, low, Sign.MALFORMED);
      case REQUEST_LIMITED, REQUEST_REFUSED -> count(high, low, Sign.REFUSED);
      case SIGN_IN_FAILED -> count(high, low, Sign.SIGN_IN_FAILED);
      case REQUEST_PAGE,
          REQUEST_UI,
          REQUEST_SIGN_IN,
          REQUEST_API,
          REQUEST_EXPORT,
          REQUEST_PROBE,
          REQUEST_STATIC ->
          count(high, low, Sign.REQUEST);
      default -> {}
    }
  }

  private boolean isSlowed(long high, long low, int place) {
    EdgePolicy policy = policies.get();
    return policy.treatment(place) == Treatment.SLOWED
        || policy.isSlowed(high, low, nanos.getAsLong());
  }

  private void count(long high, long low, Sign sign) {
    long now = nanos.getAsLong();
    sources.networks().count(high, low, sign, now);
    sources.addresses().count(high, low, sign, now);
  }
}
