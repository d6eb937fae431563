package eu.rempart.edge.place;

import eu.rempart.account.place.AddressPlaces;
import eu.rempart.kernel.place.AddressCountries;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlaceConfiguration {

  @Bean
  Places places(@Value("${rempart.edge.places:#{null}}") @Nullable Path file) {
    return Places.opening(file);
  }

  @Bean
  AddressPlaces addressPlaces(Places places) {
    return new SignInPlaces(places);
  }

  @Bean
  AddressCountries addressCountries(Places places) {
    return new RegisteredCountries(places);
  }

  @Bean
  PlaceWatch placeWatch(Places places) {
    return new PlaceWatch(places);
  }

  @Bean
  PlaceNotice placeNotice(Places places) {
    return new PlaceNotice(places);
  }
}
