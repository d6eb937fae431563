package eu.rempart.kernel.place;

import java.net.InetAddress;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Places as Spring beans. */
@Configuration("dataPlaceConfiguration")
@EnableConfigurationProperties(PlaceSettings.class)
class PlaceConfiguration {

  @Bean
  PlaceRules placeRules(PlaceSettings settings) {
    return settings.rules();
  }

  @Bean
  SeenPlaces seenPlaces() {
    return new SeenPlaces();
  }

  @Bean
  Outgoing outgoing(
      PlaceRules rules, SeenPlaces seen, ObjectProvider<AddressCountries> registries) {
    return new Outgoing(
        rules,
        address -> registries.getIfAvailable(() -> AddressCountries.UNKNOWN).of(address),
        seen,
        InetAddress::getAllByName);
  }

  @Bean
  PlaceLook placeLook(
      DataPlaces places,
      PlaceRules rules,
      ObjectProvider<AddressCountries> registries,
      SeenPlaces seen) {
    return new PlaceLook(
        places,
        rules,
        address -> registries.getIfAvailable(() -> AddressCountries.UNKNOWN).of(address),
        seen,
        InetAddress::getAllByName);
  }

  @Bean
  PlaceSource visitedMailboxes(SeenPlaces seen) {
    return seen::mailboxes;
  }

  @Bean
  SettingPlaces thisServer(PlaceSettings settings) {
    return () ->
        List.of(
            new DataPlace(
                PlaceKind.SERVER, "localhost", settings.country(), "rempart.places.country"));
  }

  @Bean
  DataPlaces dataPlaces(
      PlaceRules rules,
      SeenPlaces seen,
      ObjectProvider<PlaceSource> sources,
      ObjectProvider<SettingPlaces> settings) {
    return new DataPlaces(
        rules,
        seen,
        () -> sources.orderedStream().toList(),
        () -> settings.orderedStream().toList());
  }
}
