package eu.rempart.edge.traffic;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.gate.Addresses;
import eu.rempart.edge.gate.GateLab;
import eu.rempart.vault.event.SecurityEvent;
import java.util.ArrayList;
import java.util.List;

/** The package without Spring. */
public final class TrafficLab {

  public final List<SecurityEvent> events = new ArrayList<>();
  public final Counters counters = new Counters();
  public final TrafficRecorder recorder;
  public final TrafficArchive archive;
  final Refusals refusals = new Refusals(events::add);
  final TrafficRepository repository;
  final TrafficHistory history;
  final Pulse pulse;

  public TrafficLab(TestDatabase database, GateLab lab) {
    recorder =
        new TrafficRecorder(
            Addresses.PLACES, lab.sources, counters, refusals, lab.policies::current, lab.clock);
    repository = new TrafficRepository(database.app());
    history = new TrafficHistory(counters, lab.sources, Addresses.PLACES, repository, lab.clock);
    archive = new TrafficArchive(repository, new PeakQueries(database.app()), history, lab.clock);
    pulse = new Pulse(history);
  }

  /** Has what was counted kept here, until it is written. */
  public void sample() {
    history.sample();
  }

  /** Has everything that was counted written. */
  public void write() {
    history.sample();
    history.flush();
  }
}
