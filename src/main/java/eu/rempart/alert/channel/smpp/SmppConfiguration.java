package eu.rempart.alert.channel.smpp;

import eu.rempart.alert.channel.AcknowledgementInbox;
import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ReturnInbox;
import eu.rempart.alert.channel.peer.Peers;
import eu.rempart.alert.channel.wire.Wire;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Text messages by SMPP, as Spring beans. */
@Configuration(proxyBeanMethods = false)
class SmppConfiguration {

  @Bean(initMethod = "start", destroyMethod = "close")
  SmppLink smppLink(
      Peers peers,
      Wire wire,
      ObjectProvider<AcknowledgementInbox> inbox,
      ObjectProvider<ReturnInbox> returns) {
    Answers answers =
        new Answers(
            () -> Optional.ofNullable(inbox.getIfAvailable()),
            () -> Optional.ofNullable(returns.getIfAvailable()));
    return new SmppLink(peers, wire, answers, SmppLink.Patience.USUAL);
  }

  @Bean
  Channel smppChannel(SmppLink link) {
    return new SmppChannel(link, SmppLink.Patience.USUAL.answer());
  }
}
