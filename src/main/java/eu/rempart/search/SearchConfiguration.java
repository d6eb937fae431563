package eu.rempart.search;

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
  ChangeListener changeListener(DataSource database, SearchIndex index) {
    return new ChangeListener(database, index);
  }
}
