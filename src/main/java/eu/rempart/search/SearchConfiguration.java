package eu.rempart.search;

import eu.rempart.db.NoticeListener;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The index as Spring beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class SearchConfiguration {

  @Bean(destroyMethod = "close")
  SearchIndex searchIndex(ObjectProvider<SearchSource> sources, SearchSettings settings) {
    return new SearchIndex(() -> sources.orderedStream().toList(), settings.locale());
  }

  @Bean
  SearchLife searchLife(SearchIndex index) {
    return new SearchLife(index);
  }

  @Bean
  NoticeListener changeListener(DataSource database, SearchIndex index) {
    return listening(database, index);
  }

  /** Tells the index what any writer changed; after a break the indexes are built anew. */
  static NoticeListener listening(DataSource database, SearchIndex index) {
    return new NoticeListener(
        database,
        "rempart_change",
        index::catchUp,
        payload ->
            ChangeNotice.parse(payload)
                .ifPresent(change -> index.rowsChanged(change.table(), change.ids())));
  }
}
