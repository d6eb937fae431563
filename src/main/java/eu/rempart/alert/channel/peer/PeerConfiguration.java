package eu.rempart.alert.channel.peer;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.wire.Wire;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.db.Writes;
import eu.rempart.home.HomeFolder;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.PlaceRules;
import eu.rempart.kernel.place.PlaceSource;
import eu.rempart.mail.relay.MailRelays;
import eu.rempart.vault.operating.OperatingSeal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
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
      CurrentMember current,
      FreshProof proof,
      PlaceRules places) {
    return new ChannelSettingsService(
        repository, seal, peers, moves, writes, rights, current, proof, places);
  }

  /** Those that are switched on. */
  @Bean
  PlaceSource placesOfChannels(KeptPeers peers) {
    return () ->
        Arrays.stream(ChannelKind.values())
            .flatMap(kind -> peers.find(kind).stream())
            .map(Peer::machine)
            .toList();
  }

  /**
   * The mail server that administrators set up.
   *
   * @param trust a PEM file with the authority of its certificate, where that is not a public one
   */
  @Bean
  MailRelays keptMailRelays(
      Peers peers, @Value("${rempart.mail.trust:}") String trust, Outgoing outgoing) {
    return new KeptMailRelays(
        peers,
        new Wire(trust.isBlank() ? Optional.empty() : Optional.of(Path.of(trust)), outgoing));
  }
}
