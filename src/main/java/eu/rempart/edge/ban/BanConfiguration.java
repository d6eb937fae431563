package eu.rempart.edge.ban;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class BanConfiguration {

  @Bean
  Bans bans(BanRepository repository, PlatformTransactionManager transactions) {
    return new Bans(repository, transactions, InstantSource.system());
  }
}
