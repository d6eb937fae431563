package eu.rempart.alert.channel.peer;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.db.Writes;
import eu.rempart.home.HomeFolder;
import eu.rempart.vault.operating.OperatingSeal;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of channels, as Spring beans. */
@Configuration(proxyBeanMethods = false)
class PeerConfiguration {

  @Bean
  OperatingSeal operatingSeal(HomeFolder home) {
    return OperatingSeal.in(home);
  }

  @Bean
  KeptPeers keptPeers(ChannelRepository repository, OperatingSeal seal) {
    return new KeptPeers(repository, seal, InstantSource.system());
  }

  @Bean
  ChannelSettingsService channelSettingsService(
      ChannelRepository repository,
      OperatingSeal seal,
      KeptPeers peers,
      Moves moves,
      Writes writes,
      Rights rights,
      CurrentMember current) {
    return new ChannelSettingsService(repository, seal, peers, moves, writes, rights, current);
  }
}
