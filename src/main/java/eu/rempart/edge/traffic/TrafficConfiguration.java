package eu.rempart.edge.traffic;

import eu.rempart.account.Rights;
import eu.rempart.edge.gate.Policies;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Places;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.watch.node.NodeIdentity;
import eu.rempart.watch.node.Nodes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counting and showing traffic, as Spring beans. */
@Configuration(proxyBeanMethods = false)
class TrafficConfiguration {

  @Bean
  Counters counters() {
    return new Counters();
  }

  @Bean
  Refusals refusals(SecurityEvents events) {
    return new Refusals(events);
  }

  @Bean
  TrafficRecorder trafficRecorder(
      Places places, Sources sources, Counters counters, Refusals refusals, Policies policies) {
    return new TrafficRecorder(
        places, sources, counters, refusals, policies::current, System::nanoTime);
  }

  @Bean
  EdgeReports edgeReports(
      TrafficRecorder recorder,
      Counters counters,
      Places places,
      TrafficHistory history,
      Pulse pulse) {
    var reports = new EdgeReports(recorder, counters, places, pulse::changed);
    history.alsoShow(reports.copies());
    return reports;
  }

  @Bean
  TrafficHistory trafficHistory(
      Counters counters, Sources sources, Places places, TrafficRepository repository) {
    return new TrafficHistory(counters, sources, places, repository, InstantSource.system());
  }

  @Bean
  Rises rises(TrafficRepository repository, Policies policies) {
    return new Rises(repository, () -> policies.current().settings(), InstantSource.system());
  }

  @Bean
  RiseWatch riseWatch(Rises rises, TrafficRepository repository, SecurityEvents events) {
    return new RiseWatch(rises, repository, events, InstantSource.system());
  }

  @Bean
  TrafficArchive trafficArchive(
      TrafficRepository repository, PeakQueries peaks, TrafficHistory history) {
    return new TrafficArchive(repository, peaks, history, InstantSource.system());
  }

  @Bean
  Pulse pulse(TrafficHistory history, Policies policies) {
    var pulse = new Pulse(history);
    policies.onChange(pulse::changed);
    return pulse;
  }

  /**
   * For the pulse alone: on the one thread that all other jobs share it would wait for the slowest
   * of them, and so would the answer to abuse.
   */
  @Bean(name = TrafficJobs.PULSE_THREAD, defaultCandidate = false, destroyMethod = "shutdownNow")
  ScheduledExecutorService pulseThread() {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name("edge-pulse").factory());
  }

  @Bean(destroyMethod = "stop")
  TrafficJobs trafficJobs(
      Pulse pulse,
      Refusals refusals,
      TrafficHistory history,
      TrafficRepository repository,
      Policies policies) {
    return new TrafficJobs(pulse, refusals, history, repository, policies, InstantSource.system());
  }

  @Bean
  TrafficService trafficService(
      TrafficHistory history,
      TrafficRepository repository,
      Sources sources,
      Places places,
      Policies policies,
      Pulse pulse,
      Rises rises,
      Nodes nodes,
      NodeIdentity own,
      Rights rights) {
    return new TrafficService(
        history,
        repository,
        sources,
        places,
        policies,
        pulse,
        rises,
        () -> one(own, nodes.running(Instant.now()).size()),
        rights);
  }

  private static Optional<OneNode> one(NodeIdentity own, int running) {
    return running < 2 ? Optional.empty() : Optional.of(new OneNode(own.name(), running));
  }
}
