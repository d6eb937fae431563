package eu.rempart.edge.abuse;

import eu.rempart.account.place.AddressPlaces;
import eu.rempart.account.place.NewPlaces;
import eu.rempart.account.signin.SprayGuard;
import eu.rempart.edge.ban.Bans;
import eu.rempart.edge.gate.Policies;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.traffic.Pulse;
import eu.rempart.edge.traffic.TrafficRecorder;
import eu.rempart.vault.event.SecurityEvents;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
            new SourceDetectors(sources, policies::current),
            new SignInDetectors(System::nanoTime, () -> policies.current().settings()),
            new Protected(policies::current, presence),
            new Recently(System::nanoTime),
            bans,
            places,
            events,
            () -> policies.current().settings(),
            System::nanoTime,
            writer("abuse-writer"));
    pulse.onSecond(watch::second);
    return watch;
  }

  @Bean
  SprayGuard sprayGuard(AbuseWatch watch) {
    return watch.sprayGuard();
  }

  /** One thread, which ends when there is nothing to write. */
  private static ExecutorService writer(String name) {
    return new ThreadPoolExecutor(
        0,
        1,
        10,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon().name(name).factory());
  }

  @Bean
  SignInEvents signInEvents(AbuseWatch watch, TrafficRecorder recorder) {
    return new SignInEvents(watch, recorder);
  }

  @Bean
  MassDetector massDetector(MovedRepository moved) {
    return new MassDetector(moved);
  }

  @Bean
  MassWriter massWriter(MassDetector mass, Policies policies, Pulse pulse) {
    var writing = new MassWriter(mass, () -> policies.current().settings(), writer("mass-writer"));
    pulse.onSecond(_ -> writing.second());
    return writing;
  }

  @Bean
  MemberWatch memberWatch(
      MassDetector mass,
      NewPlaces visited,
      AddressPlaces places,
      Policies policies,
      SecurityEvents events) {
    return new MemberWatch(
        mass, visited, places, () -> policies.current().settings(), events, InstantSource.system());
  }
}
