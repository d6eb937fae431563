package eu.rempart.metrics;

import eu.rempart.metrics.number.Numbers;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Telling numbers, as Spring beans. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  @Bean
  Scrape scrape(List<Numbers> sources) {
    return new Scrape(sources, System::nanoTime);
  }
}
