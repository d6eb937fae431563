package eu.rempart.edge.traffic;

import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.traffic.EdgeReport.Moved;
import eu.rempart.edge.traffic.EdgeReport.Refused;
import eu.rempart.edge.traffic.EdgeReport.Shaken;
import eu.rempart.edge.traffic.EdgeReport.Unnamed;
import eu.rempart.tls.gate.EdgeListener;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * On a machine in front: adds up what the edge does, for a node to count as if it had been done
 * there. Bounded, whatever comes: beyond some thousand sources a second refusals are told by place
 * alone. What no node takes waits. Thread safe.
 */
public final class ReportLog implements EdgeListener {

  private static final int SOURCES = 4_000;

  private record Refusal(long high, long low, Verdict why) {}

  private record PlaceRefusal(int place, Verdict why) {}

  private record Hands(
      long high,
      long low,
      String protocol,
      String cipher,
      @Nullable String group,
      boolean resumed) {}

  private final Places places;
  private final Sources sources;
  private final LongSupplier nanos;
  private Map<Refusal, Integer> refused = new HashMap<>();
  private Map<PlaceRefusal, Integer> unnamed = new HashMap<>();
  private Map<Hands, Integer> shaken = new HashMap<>();
  private Map<Integer, long[]> moved = new HashMap<>();

  /**
   * Begins with nothing.
   *
   * @param sources the tables by which the gate of this edge decides
   */
  public ReportLog(Places places, Sources sources, LongSupplier nanos) {
    this.places = places;
    this.sources = sources;
    this.nanos = nanos;
  }

  @Override
  public void refused(long high, long low, Verdict why) {
    if (why == Verdict.CERTIFICATE_NOT_TRUSTED || why == Verdict.CLIENT_LEFT) {
      countHandshake(high, low);
    }
    synchronized (this) {
      Refusal one = new Refusal(high, low, why);
      if (refused.size() < SOURCES || refused.containsKey(one)) {
        refused.merge(one, 1, Integer::sum);
      } else {
        unnamed.merge(new PlaceRefusal(places.of(high, low), why), 1, Integer::sum);
      }
    }
  }

  @Override
  public void shookHands(long high, long low, Handshake done) {
    if (!done.resumed()) {
      countHandshake(high, low);
    }
    synchronized (this) {
      // so many served in a second is more than a machine can
      if (shaken.size() < SOURCES) {
        shaken.merge(
            new Hands(high, low, done.protocol(), done.cipher(), done.group(), done.resumed()),
            1,
            Integer::sum);
      }
    }
  }

  /** The gate of this edge asks for it. */
  private void countHandshake(long high, long low) {
    sources.addresses().count(high, low, Sign.FULL_HANDSHAKE, nanos.getAsLong());
  }

  @Override
  public void handshakeFailed(long high, long low, String reason) {
    // counted when the connection is refused or cut for it
  }

  @Override
  public synchronized void closed(long high, long low, long received, long sent) {
    long[] sums = moved.computeIfAbsent(places.of(high, low), place -> new long[2]);
    sums[0] += received;
    sums[1] += sent;
  }

  /** What came since the last time; an empty array if nothing did. */
  public synchronized byte[] drain() {
    List<Refused> byReason = new ArrayList<>();
    refused.forEach(
        (one, count) -> byReason.add(new Refused(one.high(), one.low(), one.why(), count)));
    List<Unnamed> byPlace = new ArrayList<>();
    unnamed.forEach(
        (one, count) -> byPlace.add(new Unnamed(Place.of(one.place()).code(), one.why(), count)));
    List<Shaken> hands = new ArrayList<>();
    shaken.forEach(
        (one, count) ->
            hands.add(
                new Shaken(
                    one.high(),
                    one.low(),
                    one.protocol(),
                    one.cipher(),
                    one.group(),
                    one.resumed(),
                    count)));
    List<Moved> bytes = new ArrayList<>();
    moved.forEach((place, sums) -> bytes.add(new Moved(Place.of(place).code(), sums[0], sums[1])));
    EdgeReport report = new EdgeReport(byReason, byPlace, hands, bytes);
    refused = new HashMap<>();
    unnamed = new HashMap<>();
    shaken = new HashMap<>();
    moved = new HashMap<>();
    return report.hasNothing() ? new byte[0] : report.write();
  }
}
