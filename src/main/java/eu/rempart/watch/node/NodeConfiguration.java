package eu.rempart.watch.node;

import eu.rempart.home.HomeFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This node and the others, as Spring beans. */
@Configuration(value = "watchNodeConfiguration", proxyBeanMethods = false)
class NodeConfiguration {

  @Bean
  Nodes watchNodes(NodeRepository repository) {
    return new Nodes(repository);
  }

  @Bean
  NodeIdentity nodeIdentity(HomeFolder home) {
    return NodeIdentity.of(home);
  }
}
