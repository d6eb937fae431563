package eu.rempart.edge.traffic;

import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.traffic.Count.Kind;
import eu.rempart.edge.traffic.EdgeReport.Moved;
import eu.rempart.edge.traffic.EdgeReport.Refused;
import eu.rempart.edge.traffic.EdgeReport.Shaken;
import eu.rempart.edge.traffic.EdgeReport.Unnamed;
import eu.rempart.tls.gate.Handshake;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * On a node: counts what edges on machines in front report. One node gets the report and counts it
 * as if it had been done there, so that it is written and abuse is noticed; the others get a copy,
 * which is shown alone. Thread safe.
 */
public final class EdgeReports {

  private static final Logger log = LoggerFactory.getLogger(EdgeReports.class);

  /** More of one source within a second is not possible, and would only take time to count. */
  private static final int MOST = 20_000;

  private final TrafficRecorder recorder;
  private final Counters counters;
  private final Places places;
  private final Runnable changed;
  private final Counters copies = new Counters();

  EdgeReports(TrafficRecorder recorder, Counters counters, Places places, Runnable changed) {
    this.recorder = recorder;
    this.counters = counters;
    this.places = places;
    this.changed = changed;
  }

  /** What is shown here and written elsewhere. */
  Counters copies() {
    return copies;
  }

  /**
   * Counts one report.
   *
   * @param copy whether another node has it, too, and keeps it
   */
  public void take(String edge, byte[] written, boolean copy) {
    try {
      EdgeReport report = EdgeReport.read(written);
      if (copy) {
        report.refused().forEach(this::copy);
        report.shaken().forEach(this::copy);
        add(report, copies);
        changed.run();
      } else {
        report.refused().forEach(this::count);
        report.shaken().forEach(this::count);
        add(report, counters);
      }
    } catch (IllegalArgumentException e) {
      log.error("the edge {} reports what this node does not understand", edge, e);
    }
  }

  private static void add(EdgeReport report, Counters to) {
    for (Unnamed each : report.unnamed()) {
      if (each.why().refuses() && each.count() > 0) {
        to.add(new Place(each.place()).index(), Measure.of(each.why()), each.count());
      }
    }
    for (Moved each : report.moved()) {
      int place = new Place(each.place()).index();
      to.add(place, Measure.BYTES_RECEIVED, Math.max(0, each.received()));
      to.add(place, Measure.BYTES_SENT, Math.max(0, each.sent()));
    }
  }

  private void count(Refused each) {
    for (int i = 0; each.why().refuses() && i < Math.min(each.count(), MOST); i++) {
      recorder.refused(each.high(), each.low(), each.why());
    }
  }

  private void count(Shaken each) {
    Handshake one =
        new Handshake(
            each.protocol(), each.cipher(), each.group(), each.resumed(), null, Duration.ZERO);
    for (int i = 0; i < Math.min(each.count(), MOST); i++) {
      recorder.shookHands(each.high(), each.low(), one);
    }
  }

  private void copy(Refused each) {
    if (each.why().refuses() && each.count() > 0) {
      copies.add(places.of(each.high(), each.low()), Measure.of(each.why()), each.count());
    }
  }

  private void copy(Shaken each) {
    int place = places.of(each.high(), each.low());
    for (int i = 0; i < Math.min(each.count(), MOST); i++) {
      copies.add(place, each.resumed() ? Measure.RESUMED_HANDSHAKE : Measure.FULL_HANDSHAKE);
      copies.addNamed(place, Kind.PROTOCOL, each.protocol());
      copies.addNamed(place, Kind.CIPHER, each.cipher());
      copies.addNamed(place, Kind.GROUP, Objects.requireNonNullElse(each.group(), "unknown"));
    }
  }
}
