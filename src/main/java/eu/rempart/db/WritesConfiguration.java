package eu.rempart.db;

import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class WritesConfiguration {

  @Bean
  Writes writes(
      DSLContext dsl, PlatformTransactionManager manager, ObjectProvider<ActorSource> actors) {
    return new Writes(dsl, manager, late(actors));
  }

  @Bean(destroyMethod = "close")
  Claims claims(DataSource database) {
    return new Claims(database);
  }

  @Bean
  ExecuteListenerProvider archivedRows(
      ObjectProvider<ActorSource> actors, ApplicationEventPublisher events) {
    return new DefaultExecuteListenerProvider(new ArchivedRows(late(actors), events::publishEvent));
  }

  private static ActorSource late(ObjectProvider<ActorSource> actors) {
    return () -> {
      ActorSource source = actors.getIfAvailable();
      return source == null ? Optional.empty() : source.current();
    };
  }
}
