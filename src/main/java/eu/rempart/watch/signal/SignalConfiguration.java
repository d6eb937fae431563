package eu.rempart.watch.signal;

import eu.rempart.db.DatabaseAnswers;
import java.net.URI;
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

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty("rempart.watch.sign-of-life")
  SignOfLife signOfLife(
      @Value("${rempart.watch.sign-of-life}") URI address,
      ApplicationAvailability availability,
      DatabaseAnswers database,
      ObjectProvider<Vital> vitals) {
    return new SignOfLife(
        address,
        () ->
            availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                && database.now()
                && vitals.stream().allMatch(Vital::isWell));
  }
}
