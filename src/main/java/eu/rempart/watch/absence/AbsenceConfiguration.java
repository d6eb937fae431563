package eu.rempart.watch.absence;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What notices absences, as a Spring bean. */
@Configuration(value = "watchAbsenceConfiguration", proxyBeanMethods = false)
class AbsenceConfiguration {

  @Bean
  Pulse watchPulse(AbsenceRepository absences, PlatformTransactionManager manager) {
    return new Pulse(absences, new TransactionTemplate(manager), InstantSource.system());
  }
}
