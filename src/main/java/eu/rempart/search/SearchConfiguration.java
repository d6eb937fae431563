package eu.rempart.search;

import eu.rempart.db.NoticeListener;
import eu.rempart.db.RowsChanged;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** The index as Spring beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class SearchConfiguration {

  @Bean(destroyMethod = "close")
  SearchIndex searchIndex(
      ObjectProvider<SearchSource> sources,
      ObjectProvider<SearchGuard> guard,
      SearchSettings settings) {
    return new SearchIndex(
        () -> sources.orderedStream().toList(),
        settings.locale(),
        SingletonSupplier.of(() -> guard.getIfAvailable(() -> SearchGuard.NONE)));
  }

  @Bean
  SearchLife searchLife(SearchIndex index) {
    return new SearchLife(index);
  }

  @Bean
  NoticeListener changeListener(
      DataSource database, SearchIndex index, ApplicationEventPublisher events) {
    return listening(database, index, events);
  }

  /**
   * Tells the index, and whoever else listens, what any writer changed; after a break the indexes
   * are built anew.
   */
  static NoticeListener listening(
      DataSource database, SearchIndex index, ApplicationEventPublisher events) {
    return new NoticeListener(
        database,
        "rempart_change",
        () -> {
          index.catchUp();
          events.publishEvent(RowsChanged.MISSED);
        },
        payload ->
            ChangeNotice.parse(payload)
                .ifPresent(
                    change -> {
                      index.rowsChanged(change.table(), change.part(), change.ids());
                      events.publishEvent(new RowsChanged(change.table(), change.ids()));
                    }));
  }
}
