package eu.rempart.home;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HomeConfiguration {

  @Bean(destroyMethod = "close")
  HomeFolder homeFolder(@Value("${rempart.home}") Path home) {
    return HomeFolder.open(home);
  }

  @Bean
  InfoFile infoFile(HomeFolder home) {
    return new InfoFile(home);
  }
}
