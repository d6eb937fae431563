package eu.rempart.alert.source;

import eu.rempart.alert.channel.Channels;
import eu.rempart.alert.channel.PeerWatch;
import eu.rempart.alert.duty.DutyRoster;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.queue.MessageQueue;
import eu.rempart.alert.queue.RoundsWatch;
import eu.rempart.watch.place.Places;
import eu.rempart.watch.probe.SilenceWatch;
import eu.rempart.watch.result.OpenOutages;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sources of incidents, as Spring beans. */
@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

  @Bean
  WatchSource watchSource(OpenOutages outages, AlertService alerts) {
    return new WatchSource(outages, alerts);
  }

  @Bean
  QuorumSource quorumSource(OpenOutages outages, AlertService alerts, LookRepository looks) {
    return new QuorumSource(outages, alerts, looks, InstantSource.system());
  }

  @Bean
  Beginnings beginnings(BeginningQueries queries) {
    return new Beginnings(queries, InstantSource.system());
  }

  @Bean
  AgentSource agentSource(SilenceWatch agents, Places places, AlertService alerts) {
    return new AgentSource(agents, places, alerts);
  }

  @Bean
  DutySource dutySource(DutyRoster roster, AlertService alerts) {
    return new DutySource(roster, alerts);
  }

  @Bean
  PeerSource peerSource(Channels channels, PeerWatch peers, AlertService alerts) {
    return new PeerSource(channels, peers, alerts);
  }

  @Bean
  AlertMeter alertMeter(MessageQueue queue) {
    return new AlertMeter(queue);
  }

  @Bean
  AlertsGoOut alertsGoOut(MessageQueue queue, RoundsWatch rounds) {
    return new AlertsGoOut(queue, rounds);
  }

  @Bean
  EventSource eventSource(
      SeenQueries events, AlertService alerts, PlatformTransactionManager manager) {
    return new EventSource(
        events, alerts, new TransactionTemplate(manager), InstantSource.system());
  }
}
