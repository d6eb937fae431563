package eu.rempart.alert.channel.send;

import eu.rempart.account.ProfileService;
import eu.rempart.account.Rights;
import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.Channels;
import eu.rempart.alert.channel.answer.AnswerDoor;
import eu.rempart.alert.channel.peer.Peers;
import eu.rempart.alert.channel.wire.HttpPost;
import eu.rempart.alert.channel.wire.Wire;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.mail.Courier;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Channels as Spring beans. */
@Configuration(proxyBeanMethods = false)
class SendConfiguration {

  /**
   * @param trust a PEM file with the authorities of peers' certificates, where those are not public
   */
  @Bean
  Wire alertWire(@Value("${rempart.alert.trust:}") String trust, Outgoing outgoing) {
    return new Wire(trust.isBlank() ? Optional.empty() : Optional.of(Path.of(trust)), outgoing);
  }

  @Bean
  Channel emailChannel(Courier courier) {
    return new EmailChannel(courier);
  }

  @Bean
  OutgoingMailService outgoingMailService(Courier courier, ProfileService profile, Rights rights) {
    return new OutgoingMailService(courier, profile, rights, InstantSource.system());
  }

  @Bean
  Channel gatewayChannel(Peers peers, Wire wire, AnswerDoor answers) {
    return new GatewayChannel(peers, new HttpPost(wire), answers::exists);
  }

  @Bean
  Channel pagerChannel(Peers peers, Wire wire) {
    return new PagerChannel(peers, wire);
  }

  @Bean
  Channel pagerDutyChannel(
      Peers peers, Wire wire, @Value("${rempart.tls.host-names:}") List<String> hostNames) {
    String source =
        hostNames.stream().filter(name -> !name.isBlank()).findFirst().orElse("rempart");
    return new PagerDutyChannel(peers, new HttpPost(wire), source);
  }

  @Bean
  Channel pushChannel(Peers peers, Wire wire) {
    return new PushChannel(peers, new HttpPost(wire));
  }

  @Bean
  Channels channels(ObjectProvider<Channel> all) {
    Map<?, Channel> byKind =
        all.orderedStream()
            .collect(Collectors.toUnmodifiableMap(Channel::kind, Function.identity()));
    return kind -> Optional.ofNullable(byKind.get(kind));
  }
}
