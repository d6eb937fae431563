package eu.rempart.alert.channel;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The watch on peers, as a Spring bean. */
@Configuration(proxyBeanMethods = false)
class PeerWatchConfiguration {

  @Bean
  PeerWatch peerWatch(Channels channels, PeerRepository seen) {
    return new PeerWatch(channels, seen, InstantSource.system());
  }
}
