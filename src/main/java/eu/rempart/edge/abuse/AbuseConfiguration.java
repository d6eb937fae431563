package eu.rempart.edge.abuse;

import eu.rempart.edge.ban.Bans;
import eu.rempart.edge.gate.Policies;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.traffic.Pulse;
import eu.rempart.edge.traffic.TrafficRecorder;
import eu.rempart.vault.event.SecurityEvents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finding abuse, as Spring beans. */
@Configuration(proxyBeanMethods = false)
class AbuseConfiguration {

  @Bean
  Presence presence() {
    return new Presence(System::nanoTime);
  }

  @Bean
  AbuseWatch abuseWatch(
      Sources sources,
      Policies policies,
      Presence presence,
      Bans bans,
      Places places,
      SecurityEvents events,
      Pulse pulse) {
    var watch =
        new AbuseWatch(
            new SourceDetectors(sources),
            new SignInDetectors(System::nanoTime),
            new Protected(policies::current, presence),
            new Recently(System::nanoTime),
            bans,
            places,
            events,
            System::nanoTime);
    pulse.onSecond(watch::second);
    return watch;
  }

  @Bean
  SignInEvents signInEvents(AbuseWatch watch, TrafficRecorder recorder) {
    return new SignInEvents(watch, recorder);
  }
}
