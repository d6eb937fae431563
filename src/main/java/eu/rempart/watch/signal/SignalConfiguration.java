package eu.rempart.watch.signal;

import eu.rempart.db.DatabaseAnswers;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.SettingPlaces;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sign of life, where an operator said who is to get it. */
@Configuration(proxyBeanMethods = false)
class SignalConfiguration {

  @Bean
  @ConditionalOnProperty("rempart.watch.sign-of-life")
  SettingPlaces placeOfTheSignOfLife(
      @Value("${rempart.watch.sign-of-life}") URI address,
      @Value("${rempart.watch.sign-of-life-country:#{null}}") @Nullable String country) {
    return () ->
        address.getHost() == null ? List.of() : List.of(SignOfLife.place(address, country));
  }

  @Bean
  @ConditionalOnProperty("rempart.watch.sign-of-life")
  SignOfLife signOfLife(
      @Value("${rempart.watch.sign-of-life}") URI address,
      @Value("${rempart.watch.sign-of-life-country:#{null}}") @Nullable String country,
      Outgoing outgoing,
      ApplicationAvailability availability,
      DatabaseAnswers database,
      ObjectProvider<Vital> vitals) {
    return new SignOfLife(
        address,
        country,
        outgoing,
        () ->
            availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                && database.now()
                && vitals.stream().allMatch(Vital::isWell));
  }
}
